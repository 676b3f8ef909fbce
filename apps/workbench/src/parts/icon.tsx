import type { ReactNode } from 'react';

/* Drawn on a 16-pixel grid with one weight of line. Each always stands beside a word. */
const shapes = {
  alert: 'M8 1.8 15 14H1L8 1.8ZM8 6.2v3.6M8 11.6v.6',
  clock: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 4.3V8l2.6 1.7',
  pause: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM6.2 5.6v4.8M9.8 5.6v4.8',
  check: 'M2.5 8.6 6.2 12.3 13.5 4.4',
  cross: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  again: 'M13.2 9.2A5.4 5.4 0 1 1 12 4.4M12.4 1.6v3.2H9.2',
  urgent: 'M9.2 1.2 3.4 9.2h4l-.8 5.6 6-8.4H8.4l.8-5.2Z',
  search: 'M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2ZM10.7 10.7 14.4 14.4',
  menu: 'M2 4h12M2 8h12M2 12h12',
  paper: 'M3.5 1.5h6l3 3v10h-9v-13ZM9.5 1.5v3h3M5.8 8h4.4M5.8 10.8h4.4',
  eye: 'M1.2 8S3.8 3.6 8 3.6 14.8 8 14.8 8 12.2 12.4 8 12.4 1.2 8 1.2 8ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  next: 'M5.5 3 10.5 8l-5 5',
  down: 'M3 5.5 8 10.5l5-5',
  download: 'M8 2v8M4.6 6.8 8 10.2l3.4-3.4M2.5 13.5h11',
  columns: 'M2 2.5h12v11H2v-11ZM6 2.5v11M10 2.5v11',
  plus: 'M8 2.5v11M2.5 8h11',
  minus: 'M3 8h10',
  upload: 'M8 10.5v-8M4.6 5.8 8 2.4l3.4 3.4M2.5 13.5h11',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 14 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
