import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../locales/i18n.ts';
import { Empty } from '../parts/empty.tsx';

export function NotFound(): ReactNode {
  const { t } = useWords();
  return (
    <Empty title={t('notFound.title')} hint={t('notFound.hint')}>
      <Link to="/today">{t('notFound.back')}</Link>
    </Empty>
  );
}
