import type { ReactNode } from 'react';

/** 法援圈: the circle, open at the foot like a door, with the seal's dot in it. */
export function Mark({ size = 20 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d="M6.2 17.4a8.2 8.2 0 1 1 7.6 0"
        fill="none"
        stroke="var(--qing)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="10" cy="10" r="2.6" fill="var(--zhu)" />
    </svg>
  );
}
