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
 * A chart in an element that has a size.
 *
 * The SVG painter empties its root by `innerHTML = ''` when it is disposed of, which a page that
 * requires Trusted Types forbids (apache/echarts, zrender/lib/svg/Painter.js): the element's
 * `innerHTML` is one that empties and does nothing else.
 */
export function createChart(element: HTMLElement): ECharts {
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    set(markup: string) {
      if (markup !== '') throw new TypeError('Markup is never made from strings');
      element.replaceChildren();
    },
  });
  return init(element, null, { renderer: 'svg' });
}
