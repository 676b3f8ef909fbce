import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import type { MaterialInput } from '../api/applications.ts';
import { materialKinds } from '../api/codes.ts';
import { uploadFile } from '../api/files.ts';
import { fileSize } from '../format/file-size.ts';
import { useWords } from '../locales/i18n.ts';
import { Icon } from './icon.tsx';
import css from './materials-field.module.css';
import { ProblemNote } from './problem-note.tsx';

interface MaterialsFieldProps {
  readonly value?: readonly MaterialInput[];
  readonly onChange?: (materials: readonly MaterialInput[]) => void;
}

const accepted = '.jpg,.jpeg,.png,.pdf,.docx';

/** 材料: files chosen, dropped or photographed; each goes up at once and is told apart by what it proves. */
export function MaterialsField({ value = [], onChange }: MaterialsFieldProps): ReactNode {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const latest = useRef(value);
  latest.current = value;
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const stored = await uploadFile(file);
        latest.current = [...latest.current, { kind: 'facts', ...stored }];
        onChange?.(latest.current);
      }
    },
  });
  const take = (files: FileList | null): void => {
    if (files !== null && files.length > 0) upload.mutate([...files]);
  };
  return (
    <div className={css.materials}>
      {upload.isError ? <ProblemNote error={upload.error} /> : null}
      {value.length === 0 ? null : (
        <ul>
          {value.map((material, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be handed in twice
            <li key={`${material.fileHash}${index}`} className={css.row}>
              <Select
                size="small"
                aria-label={t('material.kind')}
                value={material.kind}
                options={materialKinds.map((kind) => ({ value: kind, label: t(`material.${kind}`) }))}
                onChange={(kind) => onChange?.(value.map((other, at) => (at === index ? { ...other, kind } : other)))}
              />
              <span className={css.name}>{material.fileName}</span>
              <span className="soft whole">{fileSize(material.bytes)}</span>
              <Button
                type="text"
                size="small"
                aria-label={t('material.remove', { name: material.fileName })}
                icon={<Icon name="cross" />}
                onClick={() => onChange?.(value.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience beside the button */}
      <div
        className={css.drop}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer.files);
        }}
      >
        <input
          ref={input}
          id={id}
          type="file"
          // The form's own style would show a hidden file field again.
          style={{ display: 'none' }}
          multiple
          accept={accepted}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <Button loading={upload.isPending} icon={<Icon name="plus" />} onClick={() => input.current?.click()}>
          {t('material.add')}
        </Button>
        <span className="soft">{t('material.hint')}</span>
      </div>
    </div>
  );
}
