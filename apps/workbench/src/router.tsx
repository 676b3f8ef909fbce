import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Suspense } from 'react';
import { sessionQuery } from './api/session.ts';
import { Gate } from './session/gate.tsx';
import { homeFor } from './shell/navigation.ts';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

/*
 * Every address of the desk. Each screen is a chunk of its own; what filters a list stands in the address, so that Back works
 * and a list can be sent to a colleague.
 */

const root = createRootRoute({
  component: () => (
    <Gate>
      <Shell>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </Shell>
    </Gate>
  ),
  notFoundComponent: NotFound,
});

/** Reads the named texts out of an address and drops everything else. */
function texts<const K extends string>(...names: readonly K[]) {
  return (search: Readonly<Record<string, unknown>>): { readonly [N in K]?: string } => {
    const entries = names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
    });
    return Object.fromEntries(entries) as { readonly [N in K]?: string };
  };
}

export function createDeskRouter(client: QueryClient) {
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: async () => {
      const session = await client.ensureQueryData(sessionQuery).catch(() => null);
      if (session !== null) throw redirect({ to: homeFor(session.roles), replace: true });
    },
  });
  const today = createRoute({
    getParentRoute: () => root,
    path: '/today',
    validateSearch: texts('filter'),
    component: lazyRouteComponent(() => import('./screens/today/today-screen.tsx'), 'TodayScreen'),
  });
  const reception = createRoute({
    getParentRoute: () => root,
    path: '/reception',
    component: lazyRouteComponent(() => import('./screens/consultations/reception-screen.tsx'), 'ReceptionScreen'),
  });
  const hotline = createRoute({
    getParentRoute: () => root,
    path: '/hotline',
    component: lazyRouteComponent(() => import('./screens/consultations/reception-screen.tsx'), 'HotlineScreen'),
  });
  const newApplication = createRoute({
    getParentRoute: () => root,
    path: '/applications/new',
    validateSearch: texts('tenant', 'consultation', 'door'),
    component: lazyRouteComponent(
      () => import('./screens/application-entry/application-entry-screen.tsx'),
      'ApplicationEntryScreen',
    ),
  });
  const review = createRoute({
    getParentRoute: () => root,
    path: '/review',
    validateSearch: texts('state', 'class', 'cause', 'group', 'month'),
    component: lazyRouteComponent(() => import('./screens/review/review-screen.tsx'), 'ReviewScreen'),
  });
  const matter = createRoute({
    getParentRoute: () => root,
    path: '/matters/$tenant/$matterId',
    component: lazyRouteComponent(() => import('./screens/matter/matter-screen.tsx'), 'MatterScreen'),
  });

  return createRouter({
    routeTree: root.addChildren([home, today, reception, hotline, newApplication, review, matter]),
    basepath: '/desk',
    defaultPreload: 'intent',
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
