import type { ReactNode } from 'react';
import type { Face as FaceCode } from '../api/codes.ts';

/** The mouth tells it; the eyes are the same for all five. */
const mouths: Readonly<Record<FaceCode, string>> = {
  verySatisfied: 'M6 11.5c1 3 7 3 8 0H6Z',
  satisfied: 'M6.5 12.2c1.4 1.8 5.6 1.8 7 0',
  neutral: 'M6.8 12.8h6.4',
  dissatisfied: 'M6.5 13.6c1.4-1.8 5.6-1.8 7 0',
  veryDissatisfied: 'M6.2 14.4c1-3.2 6.6-3.2 7.6 0',
};

const tones: Readonly<Record<FaceCode, string>> = {
  verySatisfied: 'var(--green)',
  satisfied: 'var(--green)',
  neutral: 'var(--ink-soft)',
  dissatisfied: 'var(--amber)',
  veryDissatisfied: 'var(--zhu)',
};

/** 表情: always beside its word. */
export function Face({ face, size = 20 }: { face: FaceCode; size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke={tones[face]}
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="10" cy="10" r="8.2" />
      <path d="M7.2 7.6v.8M12.8 7.6v.8" strokeWidth="2" />
      <path d={mouths[face]} />
    </svg>
  );
}
