/**
 * Design tokens of the desk, named by role: the one place where a colour or a measure of the family is written down.
 * Contrast of text on its ground is 4.5:1 or more everywhere (`tokens.test.ts` measures it). No colour carries meaning alone.
 */
export const colours = {
  ink: '#1b2733',
  /** Second voice: labels, hints, articles. */
  inkSoft: '#4a5763',
  paper: '#fffdf8',
  /** Ground of side columns and table heads. */
  paperSunk: '#f6f3ea',
  sheet: '#ffffff',
  line: '#d9dee3',
  /** The border of a control: 3:1 on white. */
  edge: '#808c97',
  /** 青: primary, links, focus. */
  qing: '#0b5563',
  qingDeep: '#083f4a',
  qingTint: '#e6f0f2',
  /** What is not yet written in a field. */
  inkFaint: '#65717c',
  /** 朱: danger, overdue, the seal. */
  zhu: '#b23a2a',
  zhuDeep: '#8f2a1d',
  zhuTint: '#fbeae6',
  /** Soon due, waiting. */
  amber: '#8a5a00',
  /** On its tint. */
  amberDeep: '#6e4700',
  amberTint: '#fff3d6',
  /** Done. */
  green: '#256b3e',
  greenDeep: '#1d5531',
  greenTint: '#e5f4ea',
  onDark: '#ffffff',
} as const;

export const measures = {
  nav: 140,
  header: 48,
  row: 36,
  radius: 6,
  text: 14,
} as const;

/** The system's Chinese faces; no font is ever fetched. */
export const faces = {
  text: '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
} as const;

/** Hand the tokens to the style sheets as custom properties: `ink` becomes `--ink`, `paperSunk` becomes `--paper-sunk`. */
export function publishTokens(root: HTMLElement): void {
  const set = (name: string, value: string): void => root.style.setProperty(cssName(name), value);
  for (const [name, value] of Object.entries(colours)) set(name, value);
  for (const [name, value] of Object.entries(measures)) set(name, `${value}px`);
  set('face', faces.text);
}

function cssName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
