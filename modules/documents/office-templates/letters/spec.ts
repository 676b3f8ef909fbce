import { type FormBody, type FormKey, formOf } from '../../forms/index.ts';
import { onAuthorityOf, ordinal, withoutStop } from '../../forms/wording.ts';
import { aidFormText } from '../../labels.ts';
import type { DocumentHead, Reason } from '../../schema.ts';
import { plainText } from '../phrases.ts';

/** One placeholder that an office may put into its own form: `{名称}`. */
export interface FieldMeaning {
  /** A paper without it would not be what the law asks for. */
  readonly must: boolean;
  readonly says: { readonly zh: string; readonly en: string };
  /** Stands in a row that is printed once for each item of its list. */
  readonly ofList?: true;
}

export interface LetterField<B> extends FieldMeaning {
  text(body: B, head: DocumentHead): string;
}

export type LetterFields<B> = Readonly<Record<string, LetterField<B>>>;

/** How a paper of running text is taken apart into fields, and what its Word file starts from. */
export interface Letter<K extends FormKey> {
  readonly fields: LetterFields<FormBody<K>>;
  /** The built-in form's content with placeholders in it. `day` gives a day that no paper has; where it is printed its placeholder stands. */
  start(day: (placeholder: string) => string): FormBody<K>;
  /** Text of the built-in form, and what stands in its place; an empty paragraph goes. */
  readonly words?: readonly (readonly [from: string, to: string])[];
  /** Whole paragraphs that the built-in form words by itself, by how they may begin. */
  readonly whole?: Readonly<Record<string, readonly string[]>>;
}

type Text<B> = (body: B, head: DocumentHead) => string;

export const must = <B>(zh: string, en: string, text: Text<B>): LetterField<B> => ({
  must: true,
  says: { zh, en },
  text,
});
export const may = <B>(zh: string, en: string, text: Text<B>): LetterField<B> => ({
  must: false,
  says: { zh, en },
  text,
});

/** What the built-in form says in the paragraph that begins with one of these; empty where it has none. */
export function paragraphOf<K extends FormKey>(key: K, begins: readonly string[]): Text<FormBody<K>> {
  return (body, head) =>
    formOf(key)
      .compose(body, head)
      .map((block) => (block.kind === 'paragraph' ? plainText(block.content) : ''))
      .find((text) => begins.some((words) => text.startsWith(words))) ?? '';
}

/** Something that a paper may not have: stands for it in the built-in form while the placeholders are set. */
export const mark = '¤';

export function reasonLines(reasons: readonly Reason[]): string {
  return reasons
    .map(({ text, citation, verified }, i) => {
      const order = reasons.length > 1 ? `（${ordinal(i)}）` : '';
      return `${order}${withoutStop(text)}${onAuthorityOf(citation)}${verified === false ? '〔待核实〕' : ''}。`;
    })
    .join('\n');
}

/** A reason in a starting body, and what its printed citation gives way to. */
export const reason = { text: '{理由}', citation: mark } as const;
export const reasonWords = [`（依据：${mark}）。`, ''] as const;

export const copied = (names: readonly string[]): string => (names.length === 0 ? '' : `抄送：${names.join('、')}`);
export const copyWords = [`抄送：${mark}`, '{抄送}'] as const;

export const aidFormsOf = ({ aidForms }: { readonly aidForms: readonly (keyof typeof aidFormText)[] }): string =>
  aidForms.map((form) => aidFormText[form]).join('、');
export const aidFormWords = ['援助形式为诉讼代理', '援助形式为{援助形式}'] as const;
