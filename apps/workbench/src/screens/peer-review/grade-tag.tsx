import type { ReactNode } from 'react';
import type { Grade } from '../../api/reviews.ts';
import { useWords } from '../../locales/i18n.ts';
import { Tag } from '../../parts/tag.tsx';

const tones = { excellent: 'green', good: 'qing', pass: 'quiet', fail: 'zhu' } as const;

export function GradeTag({ grade }: { grade: Grade }): ReactNode {
  const { t } = useWords();
  return <Tag tone={tones[grade]}>{t(`grade.${grade}`)}</Tag>;
}
