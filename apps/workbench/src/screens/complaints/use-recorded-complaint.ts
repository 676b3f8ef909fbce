import type { ComplaintPage } from '../../api/complaints.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import type { RecordedFact } from '../../parts/stale-values.ts';

/** What the record holds of all that a form of a complaint could change, in words: what somebody faster changed is told from it. */
export function useRecordedComplaint({ complaint, words: said, findings }: ComplaintPage): readonly RecordedFact[] {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const day = (on: string | null): string | null => (on === null ? null : dayShort(on, language, today()));
  const text = (written: string | null): string | null => (written === null || written === '' ? null : written);
  const list = (items: readonly string[]): string | null => text(items.join(t('word.list')));
  return [
    { key: 'due', label: t('column.clock'), text: day(complaint.dueOn) },
    { key: 'missing', label: t('complaint.missing'), text: list(said.missing) },
    { key: 'supplied', label: t('complaint.supplied'), text: list(said.supplied.map((one) => one.text)) },
    { key: 'acceptedOn', label: t('complaint.acceptedOn'), text: day(complaint.acceptedOn) },
    {
      key: 'ground',
      label: t('complaint.refusedGround'),
      text: complaint.refusedGround === null ? null : words.refusedGround(complaint.refusedGround),
    },
    { key: 'refusal', label: t('complaint.reason'), text: text(findings.refusal) },
    { key: 'investigator', label: t('complaint.investigator'), text: text(complaint.investigatorName) },
    { key: 'toName', label: t('complaint.entrustedTo'), text: text(complaint.entrustedTo) },
    { key: 'dueOn', label: t('complaint.entrustedUntil'), text: day(complaint.entrustedUntil) },
    { key: 'report', label: t('complaint.returned'), text: list(findings.returned.map(({ report }) => report)) },
    {
      key: 'federations',
      label: t('complaint.told'),
      text: list(complaint.toldFederations.map(words.federation)),
    },
    { key: 'findings', label: t('complaint.findings'), text: text(findings.findings) },
    { key: 'sentBack', label: t('complaint.sentBack'), text: list(findings.sentBack.map(({ reason }) => reason)) },
    {
      key: 'outcome',
      label: t('complaint.outcome'),
      text: complaint.outcome === null ? null : t(`complaint.outcome.${complaint.outcome}`),
    },
    {
      key: 'measures',
      label: t('complaint.measures'),
      text: list(complaint.measures.map((measure) => t(`complaint.measure.${measure}`))),
    },
    { key: 'measureNote', label: t('complaint.measureNote'), text: text(findings.measureNote) },
    { key: 'repliedOn', label: t('complaint.repliedOn'), text: day(complaint.repliedOn) },
    { key: 'servedOn', label: t('complaint.servedOn'), text: day(complaint.servedOn) },
  ];
}
