/**
 * The one door to ECharts: a bar chart on a grid, drawn as SVG. Import it on demand only, so that
 * it is a chunk of its own which a page without an axis chart never loads.
 */
import { BarChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridSimpleComponent, SVGRenderer]);

export type { ECharts, EChartsCoreOption };

/**
 * A chart in an element that has a size. On disposal the SVG painter empties its root and its SVG
 * by `innerHTML`, which a page that requires Trusted Types forbids (zrender/lib/svg/Painter.js);
 * theirs empty them and do nothing else.
 */
export function createChart(element: HTMLElement): ECharts {
  const chart = init(element, null, { renderer: 'svg' });
  for (const emptied of [element, element.querySelector('svg')]) {
    if (emptied) Object.defineProperty(emptied, 'innerHTML', emptying);
  }
  return chart;
}

const emptying: PropertyDescriptor & ThisType<Element> = {
  configurable: true,
  set(markup: string | null) {
    if (markup) throw new TypeError('Markup is never made from strings');
    this.replaceChildren();
  },
};
