import type { ReactNode } from 'react';
import type { SupervisionFinding } from '../api/supervision.ts';
import { useWords } from '../locales/i18n.ts';
import { Tag } from './tag.tsx';

const tones = { good: 'green', ordinary: 'quiet', concern: 'amber' } as const;

/** 总的看: what supervision found of a case. */
export function FindingTag({ finding }: { finding: SupervisionFinding }): ReactNode {
  const { t } = useWords();
  return <Tag tone={tones[finding]}>{t(`supervision.finding.${finding}`)}</Tag>;
}
