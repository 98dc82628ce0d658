import { BarChart, GaugeChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Loaded on demand: only what the pictures of the overview need. Drawn as SVG, which stays sharp on paper and at any zoom.
use([BarChart, GaugeChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** An empty chart that fills `place`. */
export function startChart(place: HTMLElement): EChartsType {
  return init(place, null, { renderer: 'svg', locale: 'ZH' });
}
