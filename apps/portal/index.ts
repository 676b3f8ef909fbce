/** The citizens' portal: pages rendered on the server, forms that work without scripts. */
export { portalErrorPage, portalRoutes } from './routes.tsx';
export type { PortalDeps } from './site.ts';
