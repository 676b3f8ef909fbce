import type { Block, Content } from '../forms/blocks.ts';
import type { FormBody } from '../forms/index.ts';
import { remedy } from '../forms/remedy.ts';
import { groundText } from '../forms/termination-decision.ts';
import { chineseDate, cited } from '../forms/wording.ts';
import type { DocumentHead } from '../schema.ts';

/* Whole phrases of the built-in forms, as text for an office's own. */

export function plainText(content: Content): string {
  return content
    .map((inline) => {
      if (inline.kind === 'unverified') return '〔待核实〕';
      if (inline.kind === 'box') return inline.checked ? '☑' : '☐';
      return inline.text ?? '\u3000'.repeat('width' in inline ? inline.width : 0);
    })
    .join('');
}

export function objectionWords(head: DocumentHead, period: FormBody<'refusalDecision'>['objection']): string {
  return remedy(head, period)
    .map((block: Block) => (block.kind === 'paragraph' ? plainText(block.content) : ''))
    .join('\n');
}

export function terminationWords({ ground, grantedOn, grantNumber }: FormBody<'terminationDecision'>) {
  const [item, words] = groundText[ground];
  return {
    item,
    ground: words,
    granted: `${grantedOn ? `于${chineseDate(grantedOn)}` : ''}${grantNumber ? `作出${cited('给予法律援助决定书', grantNumber)}，` : ''}`,
  };
}
