import { colours } from '../../../theme/tokens.ts';

/** Each differs in shape, not only in colour. */
export const markNames = ['centre', 'station', 'villagePoint', 'closed', 'moved', 'hours', 'new', 'planned'] as const;
export type MarkName = (typeof markNames)[number];

/** Side of the square a mark is drawn in, px. */
export const markSize = 22;

/** Draw a mark around (x, y). */
export function drawMark(ctx: CanvasRenderingContext2D, name: MarkName, x: number, y: number): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.lineWidth = 1.5;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colours.sheet;
  switch (name) {
    case 'centre':
      square(ctx, 7, colours.qingDeep);
      ctx.fillStyle = colours.sheet;
      ctx.fillRect(-2.5, -2.5, 5, 5);
      break;
    case 'station':
      square(ctx, 4.5, colours.qing);
      break;
    case 'villagePoint':
      square(ctx, 2.5, colours.qing);
      break;
    case 'closed':
      ctx.fillStyle = colours.sheet;
      ctx.strokeStyle = colours.zhu;
      ctx.beginPath();
      ctx.rect(-6, -6, 12, 12);
      ctx.fill();
      ctx.stroke();
      line(ctx, -4, -4, 4, 4);
      line(ctx, -4, 4, 4, -4);
      break;
    case 'moved':
      polygon(ctx, [
        [0, -8],
        [8, 0],
        [0, 8],
        [-8, 0],
      ]);
      fillAndStroke(ctx, colours.amber);
      break;
    case 'hours':
      ctx.beginPath();
      ctx.arc(0, 0, 7, 0, 2 * Math.PI);
      fillAndStroke(ctx, colours.amber);
      line(ctx, 0, 0, 0, -4.5);
      line(ctx, 0, 0, 3.5, 0);
      break;
    case 'new':
      polygon(ctx, [
        [0, -8],
        [8, 6],
        [-8, 6],
      ]);
      fillAndStroke(ctx, colours.green);
      ctx.strokeStyle = colours.sheet;
      line(ctx, 0, -2, 0, 4);
      line(ctx, -3, 1, 3, 1);
      break;
    case 'planned':
      polygon(
        ctx,
        Array.from({ length: 10 }, (_, n) => {
          const far = n % 2 === 0 ? 10 : 4.4;
          const turn = (Math.PI * n) / 5 - Math.PI / 2;
          return [far * Math.cos(turn), far * Math.sin(turn)] as const;
        }),
      );
      fillAndStroke(ctx, colours.zhu);
      break;
  }
  ctx.restore();
}

function square(ctx: CanvasRenderingContext2D, half: number, colour: string): void {
  ctx.beginPath();
  ctx.rect(-half, -half, 2 * half, 2 * half);
  fillAndStroke(ctx, colour);
}

function fillAndStroke(ctx: CanvasRenderingContext2D, colour: string): void {
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.stroke();
}

function polygon(ctx: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[]): void {
  ctx.beginPath();
  for (const [x, y] of corners) ctx.lineTo(x, y);
  ctx.closePath();
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
