import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ChartOption } from './chart-options.ts';

type ChartProps = {
  readonly option: ChartOption;
  /** What the picture says, in words; the numbers stand beside it as text. */
  readonly label: string;
  readonly className: string;
};

/** A picture beside numbers that are on the page as text already: until the library has come its place stays empty. */
export function Chart(props: ChartProps): ReactNode {
  const { option, label, className } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const latest = useRef(option);

  useEffect(() => {
    latest.current = option;
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let isGone = false;
    const resize = new ResizeObserver(() => chart.current?.resize());
    void import('./charts-library.ts').then(({ startChart }) => {
      if (isGone) return;
      chart.current = startChart(element);
      chart.current.setOption(latest.current);
      resize.observe(element);
    });
    return () => {
      isGone = true;
      resize.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);

  // The library draws into an element of its own; an <img> has no inside.
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
  return <div role="img" aria-label={label} className={className} ref={place} />;
}
