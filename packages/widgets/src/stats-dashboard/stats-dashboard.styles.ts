import { css } from 'lit';

export const styles = css`
  :host {
    --_gap: var(--inlay-gap, var(--_space-4));
  }

  .dashboard {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(2, minmax(0, 1fr));

    /* Small cards stand as far apart as large ones, so that all edges are in line. */
    --inlay-gap: var(--_gap);
  }

  .dashboard > * {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }

  /* Who stands where depends on the width alone: the selector grows when it learns its dates. */
  .header {
    align-items: center;
    display: grid;
    gap: var(--_space-2) var(--_space-4);
    grid-template: 'tools' 'actions' / minmax(0, 1fr);
  }

  .header.titled {
    grid-template-areas: 'title' 'tools' 'actions';
  }

  .header > .quick-actions {
    grid-area: actions;
  }

  .title {
    grid-area: title;
    font-size: 18px;
    font-weight: var(--_weight-strong);
    letter-spacing: -0.01em;
    line-height: 32px;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tools {
    align-items: center;
    display: flex;
    gap: var(--_space-2);
    grid-area: tools;
    min-inline-size: 0;
  }

  .tools > * {
    min-inline-size: 0;
  }

  .agents,
  .aside {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }

  @container (min-width: 560px) {
    .header.titled {
      grid-template: 'title tools' 'actions actions' / minmax(0, 1fr) fit-content(60%);
    }

    .titled > .tools {
      justify-content: flex-end;
    }
  }

  @container (min-width: 600px) {
    .agents {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (min-width: 860px) {
    .header {
      grid-template: 'actions tools' / minmax(480px, 1fr) fit-content(40%);
    }

    /* As wide as with the dates of a month. */
    .header > .tools {
      justify-content: flex-end;
      min-inline-size: 276px;
    }

    .dashboard > :is(.call-activity-chart, .message-activity-chart, .recent-activity-feed, .aside) {
      grid-column: auto;
    }

    .aside {
      grid-template-rows: auto 1fr;
    }
  }

  @container (min-width: 1000px) {
    .header.titled {
      grid-template: 'title actions tools' / fit-content(20%) minmax(480px, 1fr) fit-content(40%);
    }
  }

  @container (min-width: 1140px) {
    .agents {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }

  /* Each heatmap keeps the 600 px that its 24 columns need. */
  @container (min-width: 1232px) {
    .dashboard > :is(.call-heatmap, .message-heatmap) {
      grid-column: auto;
    }
  }
`;
