import type { ReactElement, ReactNode } from 'react';
import type { Frame } from '../frame.ts';

export const mainForm = 'q';

/** A form that carries its token. `hidden` are further values that travel with it. */
export function Form({
  frame,
  action,
  hidden = {},
  upload = false,
  id = mainForm,
  children,
}: {
  frame: Frame;
  action: string;
  hidden?: Readonly<Record<string, string>>;
  upload?: boolean;
  id?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <form id={id} method="post" action={action} noValidate encType={upload ? 'multipart/form-data' : undefined}>
      <input type="hidden" name="csrf" value={frame.csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
