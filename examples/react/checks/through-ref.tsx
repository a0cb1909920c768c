import type { ReactNode } from 'react';
import { cellsAt, getToken, permissions, tellerAt } from '../../checks/values.js';

/** What is drawn with tags whose arrays and functions are set through a `ref`. */
export const throughRef: Record<string, (step: number) => ReactNode> = {
  rich: (step) => (
    <stats-provider
      ref={(provider) => {
        if (provider) Object.assign(provider, { getToken, permissions });
      }}
    >
      <dash-heatmap
        ref={(heatmap) => {
          if (heatmap) heatmap.cells = cellsAt(step);
        }}
      />
    </stats-provider>
  ),
  late: (step) => (
    <stats-provider
      ref={(provider) => {
        if (provider) provider.getToken = getToken;
      }}
    >
      <dash-heatmap
        heading={`Step ${step}`}
        bare
        ref={(heatmap) => {
          if (heatmap) heatmap.cells = cellsAt(step);
        }}
        oninlay-select={tellerAt(step)}
      />
    </stats-provider>
  ),
};
