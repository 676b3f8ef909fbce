import type { LocaleKey, Slots, Words } from './locales/locale.ts';

/** What every page is drawn with: the words, the reader's wishes and the place. */
export interface Frame {
  readonly words: Words;
  /** Name of the city in the reader's language: 保山市, Baoshan. */
  readonly city: string;
  /** Today in Asia/Shanghai. */
  readonly today: string;
  /** True where the data are invented: the ribbon says so. */
  readonly demonstration: boolean;
  /** 长辈版. */
  readonly large: boolean;
  readonly kiosk: boolean;
  /** Path and query of this page, to come back to after a change of language or size. */
  readonly here: string;
  /** Signed form token against forged requests; empty on pages without a form. */
  readonly csrf: string;
}

/** Something to say above the form: a locale key with its slots. */
export interface Say {
  readonly key: LocaleKey;
  readonly slots?: Slots;
}
