import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type ApplicationPage, issueForms } from '../../api/applications.ts';
import { documentAddress } from '../../api/documents.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSession } from '../../session/gate.tsx';
import css from './facts-column.module.css';
import type { MatterView } from './matter-view.ts';

const signed = ['applicationForm', 'hardshipStatement'];
/** Who takes applications in at the centre. */
const issuers = ['clerk', 'reviewer'];

/** 申请表、经济困难状况说明表: printed here to be read through and signed at the counter. */
export function SignedForms({ matter, page }: { matter: MatterView; page: ApplicationPage }): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const queries = useQueryClient();
  const { tenant } = matter;
  const papers = page.documents.filter(({ formKey }) => signed.includes(formKey));
  const issue = useMutation({
    mutationFn: () => issueForms({ tenant, id: page.application.id }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const may = session.roles.some((role) => issuers.includes(role));
  if (papers.length === 0 && !may) return null;
  return (
    <section>
      <h2>{t('matter.signedForms')}</h2>
      <ul className={css.materials}>
        {papers.map((paper) => (
          <li key={paper.documentId}>
            <a href={documentAddress(tenant, paper.documentId, 'pdf')} target="_blank" rel="noreferrer">
              {paper.title}
            </a>
            <a
              className="whole"
              href={documentAddress(tenant, paper.documentId, 'docx')}
              aria-label={`${paper.title} Word`}
            >
              Word
            </a>
          </li>
        ))}
      </ul>
      {papers.length > 0 ? null : (
        <>
          <p className={`${css.beforeButton} soft`}>{t('matter.signedFormsHint')}</p>
          <Button loading={issue.isPending} onClick={() => issue.mutate()}>
            {t('matter.issueForms')}
          </Button>
        </>
      )}
      {issue.error === null ? null : <ProblemNote error={issue.error} />}
    </section>
  );
}
