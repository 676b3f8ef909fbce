import { useQuery } from '@tanstack/react-query';
import { complaintDoors, complaintStandings, isOneOf, nonAcceptanceGrounds } from '../api/codes.ts';
import {
  type ComplaintGround,
  type ComplaintItem,
  complaintWordsQuery,
  type UpheldComplaint,
} from '../api/complaints.ts';
import { useWords } from '../locales/i18n.ts';

export interface ComplaintWordsInUse {
  /** The server's grounds in their order, with their articles. */
  readonly grounds: readonly (readonly [code: string, ground: ComplaintGround])[];
  readonly federations: readonly string[];
  readonly ground: (code: string) => string;
  readonly groundsOf: (of: Pick<ComplaintItem, 'grounds'>) => string;
  readonly federation: (code: string) => string;
  /** Whom it is about: the name where there is one, else what they are. */
  readonly against: (of: Pick<UpheldComplaint, 'againstKind' | 'againstName'>) => string;
  readonly door: (code: string) => string;
  readonly standing: (code: string) => string;
  readonly refusedGround: (code: string) => string;
}

/** Words for what a complaint is about, the server's own where it has them. */
export function useComplaintWords(): ComplaintWordsInUse {
  const { t, side } = useWords();
  const { data } = useQuery(complaintWordsQuery);
  const ground = (code: string): string => {
    const known = data?.grounds[code];
    return known === undefined ? code : side(known.text);
  };
  return {
    grounds: Object.entries(data?.grounds ?? {}),
    federations: Object.keys(data?.federations ?? {}),
    ground,
    groundsOf: ({ grounds }) => grounds.map(ground).join(t('word.list')),
    federation: (code) => {
      const known = data?.federations[code];
      return known === undefined ? code : side(known);
    },
    against: ({ againstKind, againstName }) => againstName ?? t(`complaint.against.${againstKind}`),
    door: (code) => (isOneOf(complaintDoors, code) ? t(`complaint.door.${code}`) : code),
    standing: (code) => (isOneOf(complaintStandings, code) ? t(`complaint.standing.${code}`) : code),
    refusedGround: (code) => (isOneOf(nonAcceptanceGrounds, code) ? t(`complaint.refused.${code}`) : code),
  };
}
