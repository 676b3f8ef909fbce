import { Button } from 'antd';
import { type PointerEvent, type ReactNode, useRef } from 'react';
import { useWords } from '../locales/i18n.ts';
import css from './signature-pad.module.css';

const width = 640;
const height = 220;

interface SignaturePadProps {
  readonly id?: string;
  /** PNG in base64; absent while nothing was written. */
  readonly value?: string | undefined;
  readonly onChange?: (value: string | undefined) => void;
}

/** 手写签名: strokes of a finger, a pen or a mouse. Whoever cannot write here signs on paper: the form offers both. */
export function SignaturePad({ id, value, onChange }: SignaturePadProps): ReactNode {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);

  const at = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    const [x, y] = at(event);
    pen.lineWidth = 4;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.strokeStyle = '#111';
    pen.beginPath();
    pen.moveTo(x, y);
    // A dot is a stroke too.
    pen.lineTo(x + 0.1, y);
    pen.stroke();
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = canvas.current?.getContext('2d');
    if (!drawing.current || !pen) return;
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const lift = (): void => {
    if (!drawing.current) return;
    drawing.current = false;
    onChange?.(canvas.current?.toDataURL('image/png').split(',')[1]);
  };
  const clear = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, width, height);
    onChange?.(undefined);
  };

  return (
    <div className={css.pad}>
      <canvas
        id={id}
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={t(value === undefined ? 'signature.empty' : 'signature.written')}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <Button onClick={clear} disabled={value === undefined}>
        {t('signature.again')}
      </Button>
    </div>
  );
}
