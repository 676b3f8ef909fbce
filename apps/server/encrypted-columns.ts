import { accountSealedColumns } from '../../modules/accounts/index.ts';
import { applicationSealedColumns } from '../../modules/applications/index.ts';
import { archiveSealedColumns } from '../../modules/archive/index.ts';
import { caseSealedColumns } from '../../modules/cases/index.ts';
import { complaintSealedColumns } from '../../modules/complaints/index.ts';
import { consultationSealedColumns } from '../../modules/consultations/index.ts';
import { documentSealedColumns } from '../../modules/documents/index.ts';
import { objectionSealedColumns } from '../../modules/objections/index.ts';
import { peopleSealedColumns } from '../../modules/people/index.ts';
import { qualitySealedColumns } from '../../modules/quality/index.ts';

/** Every column that holds ciphertext: key rotation walks this list, and a test finds any column that is missing from it. */
export const encryptedColumns = [
  ...accountSealedColumns,
  ...applicationSealedColumns,
  ...archiveSealedColumns,
  ...caseSealedColumns,
  ...complaintSealedColumns,
  ...consultationSealedColumns,
  ...documentSealedColumns,
  ...objectionSealedColumns,
  ...peopleSealedColumns,
  ...qualitySealedColumns,
];
