import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { Gate, useSession } from './session/gate.tsx';
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

/** Everybody begins the day where their work is. */
function Home(): ReactNode {
  return <Navigate to={homeFor(useSession())} replace />;
}

export function createDeskRouter() {
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: Home,
  });
  const today = createRoute({
    getParentRoute: () => root,
    path: '/today',
    validateSearch: texts('filter'),
    component: lazyRouteComponent(() => import('./screens/today/today-screen.tsx'), 'TodayScreen'),
  });
  const counter = createRoute({
    getParentRoute: () => root,
    path: '/counter',
    component: lazyRouteComponent(() => import('./screens/today/counter-screen.tsx'), 'CounterScreen'),
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
  const consultations = createRoute({
    getParentRoute: () => root,
    path: '/consultations',
    validateSearch: texts('tenant', 'channel', 'topic', 'group', 'span'),
    component: lazyRouteComponent(
      () => import('./screens/consultations/consultations-screen.tsx'),
      'ConsultationsScreen',
    ),
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
  const notice = createRoute({
    getParentRoute: () => root,
    path: '/notices/new',
    component: lazyRouteComponent(() => import('./screens/notice/notice-screen.tsx'), 'NoticeScreen'),
  });
  const review = createRoute({
    getParentRoute: () => root,
    path: '/review',
    validateSearch: texts('state', 'tenant', 'class', 'cause', 'group', 'span'),
    component: lazyRouteComponent(() => import('./screens/review/review-screen.tsx'), 'ReviewScreen'),
  });
  const matter = createRoute({
    getParentRoute: () => root,
    path: '/matters/$tenant/$matterId',
    validateSearch: texts('case'),
    component: lazyRouteComponent(() => import('./screens/matter/matter-screen.tsx'), 'MatterScreen'),
  });
  const designation = createRoute({
    getParentRoute: () => root,
    path: '/designation',
    component: lazyRouteComponent(() => import('./screens/designation/designation-screen.tsx'), 'DesignationScreen'),
  });
  const designate = createRoute({
    getParentRoute: () => root,
    path: '/designation/$tenant/$caseId',
    component: lazyRouteComponent(() => import('./screens/designation/candidates-screen.tsx'), 'CandidatesScreen'),
  });
  const handling = createRoute({
    getParentRoute: () => root,
    path: '/handling',
    validateSearch: texts('desk', 'tenant', 'by', 'span', 'class', 'cause', 'group'),
    component: lazyRouteComponent(() => import('./screens/handling/handling-screen.tsx'), 'HandlingScreen'),
  });
  const duty = createRoute({
    getParentRoute: () => root,
    path: '/duty',
    validateSearch: texts('view', 'week'),
    component: lazyRouteComponent(() => import('./screens/duty/duty-screen.tsx'), 'DutyScreen'),
  });
  const offers = createRoute({
    getParentRoute: () => root,
    path: '/offers',
    component: lazyRouteComponent(() => import('./screens/offers/offers-screen.tsx'), 'OffersScreen'),
  });
  const firm = createRoute({
    getParentRoute: () => root,
    path: '/firm',
    component: lazyRouteComponent(() => import('./screens/firm/firm-screen.tsx'), 'FirmScreen'),
  });
  const ledger = createRoute({
    getParentRoute: () => root,
    path: '/ledger',
    validateSearch: texts('method', 'view'),
    component: lazyRouteComponent(() => import('./screens/ledger/ledger-screen.tsx'), 'LedgerScreen'),
  });
  const subsidies = createRoute({
    getParentRoute: () => root,
    path: '/subsidies',
    validateSearch: texts('view', 'state', 'open'),
    component: lazyRouteComponent(() => import('./screens/subsidies/subsidies-screen.tsx'), 'SubsidiesScreen'),
  });
  const templates = createRoute({
    getParentRoute: () => root,
    path: '/templates',
    component: lazyRouteComponent(() => import('./screens/templates/templates-screen.tsx'), 'TemplatesScreen'),
  });
  const archive = createRoute({
    getParentRoute: () => root,
    path: '/archive',
    validateSearch: texts('view', 'open'),
    component: lazyRouteComponent(() => import('./screens/archive/archive-screen.tsx'), 'ArchiveScreen'),
  });
  const cooperation = createRoute({
    getParentRoute: () => root,
    path: '/cooperation',
    component: lazyRouteComponent(() => import('./screens/cooperation/cooperation-screen.tsx'), 'CooperationScreen'),
  });
  const commitments = createRoute({
    getParentRoute: () => root,
    path: '/commitments',
    validateSearch: texts('state', 'open', 'by', 'span', 'tenant', 'pickedFor'),
    component: lazyRouteComponent(() => import('./screens/commitments/commitments-screen.tsx'), 'CommitmentsScreen'),
  });
  const complaints = createRoute({
    getParentRoute: () => root,
    path: '/complaints',
    validateSearch: texts(
      'state',
      'tenant',
      'ground',
      'span',
      'decided',
      'outcome',
      'againstKind',
      'handlerId',
      'agencyId',
      'matterId',
    ),
    component: lazyRouteComponent(() => import('./screens/complaints/complaints-screen.tsx'), 'ComplaintsScreen'),
  });
  const newComplaint = createRoute({
    getParentRoute: () => root,
    path: '/complaints/new',
    validateSearch: texts('tenant', 'door', 'number', 'consultation'),
    component: lazyRouteComponent(
      () => import('./screens/complaints/complaint-entry-screen.tsx'),
      'ComplaintEntryScreen',
    ),
  });
  const complaint = createRoute({
    getParentRoute: () => root,
    path: '/complaints/$tenant/$complaintId',
    component: lazyRouteComponent(() => import('./screens/complaints/complaint-screen.tsx'), 'ComplaintScreen'),
  });
  const quality = createRoute({
    getParentRoute: () => root,
    path: '/quality',
    validateSearch: texts('face', 'view', 'open', 'tenant', 'state', 'kind', 'finding', 'grade', 'span'),
    component: lazyRouteComponent(() => import('./screens/quality/quality-screen.tsx'), 'QualityScreen'),
  });
  const assessedCase = createRoute({
    getParentRoute: () => root,
    path: '/quality/$tenant/$itemId',
    component: lazyRouteComponent(() => import('./screens/peer-review/assessed-case-screen.tsx'), 'AssessedCaseScreen'),
  });
  const reviews = createRoute({
    getParentRoute: () => root,
    path: '/reviews',
    validateSearch: texts('view'),
    component: lazyRouteComponent(() => import('./screens/peer-review/reviews-screen.tsx'), 'ReviewsScreen'),
  });
  const peerReview = createRoute({
    getParentRoute: () => root,
    path: '/reviews/$tenant/$reviewId',
    component: lazyRouteComponent(() => import('./screens/peer-review/review-screen.tsx'), 'ReviewScreen'),
  });
  const ownResult = createRoute({
    getParentRoute: () => root,
    path: '/results/$tenant/$itemId',
    component: lazyRouteComponent(() => import('./screens/peer-review/result-screen.tsx'), 'ResultScreen'),
  });
  const clocks = createRoute({
    getParentRoute: () => root,
    path: '/clocks',
    validateSearch: texts('state', 'view'),
    component: lazyRouteComponent(() => import('./screens/clocks/clocks-screen.tsx'), 'ClocksScreen'),
  });
  const statistics = createRoute({
    getParentRoute: () => root,
    path: '/statistics',
    validateSearch: texts('span', 'measure'),
    component: lazyRouteComponent(() => import('./screens/statistics/statistics-screen.tsx'), 'StatisticsScreen'),
  });
  const whatIf = createRoute({
    getParentRoute: () => root,
    path: '/what-if',
    validateSearch: texts('trial', 'drafts', 'from', 'to', 'run', 'list'),
    component: lazyRouteComponent(() => import('./screens/what-if/what-if-screen.tsx'), 'WhatIfScreen'),
  });
  const circle = createRoute({
    getParentRoute: () => root,
    path: '/circle',
    validateSearch: texts('view', 'bands', 'service', 'free', 'at', 'bus', 'by', 'change', 'village', 'costs', 'runs'),
    component: lazyRouteComponent(() => import('./screens/circle/circle-screen.tsx'), 'CircleScreen'),
  });
  const handlers = createRoute({
    getParentRoute: () => root,
    path: '/handlers',
    component: lazyRouteComponent(() => import('./screens/handlers/handlers-screen.tsx'), 'HandlersScreen'),
  });
  const points = createRoute({
    getParentRoute: () => root,
    path: '/points',
    component: lazyRouteComponent(() => import('./screens/points/points-screen.tsx'), 'PointsScreen'),
  });
  const law = createRoute({
    getParentRoute: () => root,
    path: '/law',
    validateSearch: texts('view', 'pack', 'open', 'all', 'from', 'to', 'region', 'group', 'cause', 'residence'),
    component: lazyRouteComponent(() => import('./screens/law/law-screen.tsx'), 'LawScreen'),
  });
  const system = createRoute({
    getParentRoute: () => root,
    path: '/system',
    validateSearch: texts('view'),
    component: lazyRouteComponent(() => import('./screens/system/system-screen.tsx'), 'SystemScreen'),
  });

  const account = createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('./screens/account/account-screen.tsx'), 'AccountScreen'),
  });

  return createRouter({
    routeTree: root.addChildren([
      home,
      today,
      counter,
      reception,
      hotline,
      consultations,
      newApplication,
      notice,
      review,
      matter,
      designation,
      designate,
      handling,
      duty,
      offers,
      firm,
      ledger,
      archive,
      templates,
      subsidies,
      cooperation,
      commitments,
      complaints,
      newComplaint,
      complaint,
      quality,
      assessedCase,
      reviews,
      peerReview,
      ownResult,
      clocks,
      statistics,
      whatIf,
      circle,
      points,
      handlers,
      law,
      system,
      account,
    ]),
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
