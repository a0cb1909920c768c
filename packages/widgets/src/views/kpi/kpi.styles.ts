import { css, type CSSResultGroup } from 'lit';
import { figureStyles } from './figure.styles.js';

const gridStyles = css`
  .kpis {
    display: grid;
    gap: var(--inlay-gap, var(--_space-3));
    grid-template-columns: repeat(4, minmax(0, 1fr));
    margin: 0;
  }

  .kpis.of-3 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }

  .kpis.of-2 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }

  .kpi {
    background: var(--_card);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    display: grid;
    gap: 2px;
    grid-template-rows: 16px 34px 16px;
    padding: var(--_card-padding);
  }

  .kpi.wide {
    grid-column: span 2;
  }

  :host([bare]) .kpi {
    background: none;
    border: 0;
    border-radius: 0;
    padding: 0;
  }

  .kpi > dd {
    margin: 0;
  }

  @container (max-width: 679px) {
    .kpis,
    .kpis.of-2 {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (max-width: 420px) {
    .kpis,
    .kpis.of-2 {
      gap: var(--_space-2);
    }

    .kpi {
      padding: var(--inlay-card-padding, var(--_space-3));
    }
  }

  @container (max-width: 239px) {
    .kpis,
    .kpis.of-2,
    .kpis.of-3 {
      grid-template-columns: minmax(0, 1fr);
    }

    .kpi.wide {
      grid-column: auto;
    }
  }
`;

/** The grid, its cards and what stands in them. */
export const kpiStyles: CSSResultGroup = [figureStyles, gridStyles];
