import { BarChart as Bars } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';
import { colours, faces } from '../../theme/tokens.ts';

use([Bars, GridComponent, AriaComponent, CanvasRenderer]);

export interface Bar {
  readonly value: string;
  readonly label: string;
  readonly n: number;
}

interface BarChartProps {
  readonly bars: readonly Bar[];
  /** Upright bars in the order given (months); otherwise lying ones, the first on top. */
  readonly upright: boolean;
  readonly name: string;
  readonly onOpen: (value: string) => void;
}

const lying = 26;

/** Bars from zero with their figures written on them. The table under the chart says the same to those who cannot see it. */
export function BarChart({ bars, upright, name, onOpen }: BarChartProps): ReactNode {
  const ground = useRef<HTMLDivElement>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  const height = upright ? 180 : 12 + lying * bars.length;

  useEffect(() => {
    const element = ground.current;
    if (element === null) return;
    const chart = init(element, null, { renderer: 'canvas' });
    const text = { color: colours.ink, fontFamily: faces.text, fontSize: 13 };
    const names = {
      type: 'category' as const,
      data: bars.map((bar) => bar.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: text,
    };
    const figures = { type: 'value' as const, min: 0, minInterval: 1, show: false };
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: name } },
      textStyle: { fontFamily: faces.text },
      grid: upright
        ? { left: 0, right: 0, top: 24, bottom: 24 }
        : { left: 4, right: 56, top: 4, bottom: 4, containLabel: true },
      ...(upright
        ? { xAxis: { ...names, axisLabel: { ...text, interval: 0 } }, yAxis: figures }
        : {
            xAxis: figures,
            yAxis: { ...names, inverse: true, axisLabel: { ...text, width: 180, overflow: 'truncate' } },
          }),
      series: [
        {
          type: 'bar',
          cursor: 'pointer',
          barMaxWidth: upright ? 36 : 14,
          itemStyle: { color: colours.qing, borderRadius: upright ? [2, 2, 0, 0] : [0, 2, 2, 0] },
          emphasis: { itemStyle: { color: colours.qingDeep } },
          label: {
            show: true,
            position: upright ? 'top' : 'right',
            ...text,
            formatter: ({ value }: { value?: unknown }) => Number(value).toLocaleString('en-US'),
          },
          data: bars.map((bar) => bar.n),
        },
      ],
    });
    chart.on('click', (event) => {
      const bar = bars[event.dataIndex];
      if (bar !== undefined) open.current(bar.value);
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [bars, upright, name]);

  return <div ref={ground} style={{ height }} aria-hidden="true" />;
}
