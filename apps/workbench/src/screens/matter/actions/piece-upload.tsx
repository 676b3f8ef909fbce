import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { type KeptPiece, keepPiece, pieceAddress } from '../../../api/cases.ts';
import { fileSize } from '../../../format/file-size.ts';
import { useWords } from '../../../locales/i18n.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { TextButton } from '../../../parts/text-button.tsx';
import css from './case-forms.module.css';

interface PieceUploadProps {
  readonly place: { readonly tenant: string; readonly id: string };
  readonly piece: { readonly key: string; readonly name: string };
  readonly kept: readonly KeptPiece[];
}

/** Scans of one piece of the file: stored at once, handed in with the file. */
export function PieceUpload({ place, piece, kept }: PieceUploadProps): ReactNode {
  const { t } = useWords();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: (file: File) => keepPiece(place, piece.key, file),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases', 'one'] }),
  });
  return (
    <div className={css.scans}>
      {upload.isError ? <ProblemNote error={upload.error} /> : null}
      {kept.map((scan) => (
        <a key={scan.attachmentId} href={pieceAddress(place, scan.attachmentId)} download={scan.fileName}>
          {scan.fileName} <span className="soft">{fileSize(scan.bytes)}</span>
        </a>
      ))}
      <input
        ref={input}
        type="file"
        // The form's own style would show a hidden file field again.
        style={{ display: 'none' }}
        accept=".pdf,.jpg,.jpeg,.png"
        aria-label={t('submitFile.uploadOf', { piece: piece.name })}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) upload.mutate(file);
          event.target.value = '';
        }}
      />
      <TextButton
        aria-label={t('submitFile.uploadOf', { piece: piece.name })}
        disabled={upload.isPending}
        onClick={() => input.current?.click()}
      >
        {t('submitFile.upload')}
      </TextButton>
    </div>
  );
}
