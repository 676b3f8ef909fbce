import { Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { type MaterialInput, moveApplication } from '../../../api/applications.ts';
import { useWords } from '../../../locales/i18n.ts';
import { MaterialsField } from '../../../parts/materials-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { HouseholdFields, type HouseholdValues, householdOf } from '../../application-entry/household-fields.tsx';
import { useFactWords } from '../use-recorded-facts.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

interface Values {
  readonly note: string;
  readonly materials: readonly MaterialInput[];
  readonly household?: HouseholdValues;
}

/** 收到补正材料: what came, into the file; the clock runs again from tomorrow and the assessment is made anew. */
export function AnswerSupplementForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const page = props.matter.application;
  const asked = page?.supplement?.items ?? [];
  const words = useFactWords();
  // As it was when the form was opened: what was typed stays, even when somebody else has told the household meanwhile.
  const [meansAsked] = useState(page?.household === null);
  return (
    <ActionForm<Values>
      {...props}
      event="answerSupplement"
      initial={{ note: '', materials: [] }}
      send={({ note, materials, household }, version, key) => {
        const told = household === undefined ? undefined : householdOf(household);
        return moveApplication(
          props.matter.current,
          'answerSupplement',
          { version, note: note.trim(), materials, ...(told === undefined ? {} : { household: told }) },
          key,
        );
      }}
      mine={({ materials, household }) => ({
        materials: words.lines(materials.map(({ fileName }) => fileName)),
        ...(meansAsked ? words.household(household) : {}),
      })}
      intro={
        <>
          <p>{t('answerSupplement.intro')}</p>
          <ul>
            {asked.map((item) => (
              <li key={item}>· {item}</li>
            ))}
          </ul>
        </>
      }
    >
      <Form.Item name="materials" label={t('answerSupplement.materials')}>
        <MaterialsField />
      </Form.Item>
      {meansAsked ? <HouseholdFields name="household" optional /> : null}
      <Form.Item name="note" label={t('answerSupplement.note')}>
        <ProseField maxLength={2000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}
