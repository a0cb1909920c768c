import { css } from 'lit';

/** The strip stands over the whole row, whose one cell would else make columns of its own. */
export const playerStripStyles = css`
  .calls .below {
    position: relative;
  }

  .calls .below > td {
    block-size: 37px;
    border: 0;
    padding: 0;
  }

  .player {
    align-items: center;
    block-size: 36px;
    border-block-end: 1px solid var(--_hairline);
    display: flex;
    gap: var(--_space-2);
    inset-block-start: 0;
    inset-inline: 0;
    padding-block-end: var(--_space-2);
    position: absolute;
  }

  .calls .below:last-child .player {
    border-block-end: 0;
  }

  .player > audio {
    display: none;
  }

  .player > .icon {
    color: var(--_warning);
  }

  .sentence {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .player > .square {
    margin-inline-start: auto;
  }

  .position {
    color: var(--_muted);
    flex: none;
    font-size: var(--_size-label);
    min-inline-size: 28px;
  }

  .slider {
    --_rail: linear-gradient(to right, var(--_accent) var(--played), var(--_track) var(--played));
    appearance: none;
    background: none;
    block-size: 24px;
    border-radius: var(--_radius-cell);
    cursor: pointer;
    flex: 1 1 80px;
    margin: 0;
    min-inline-size: 0;
  }

  .slider:dir(rtl) {
    --_rail: linear-gradient(to left, var(--_accent) var(--played), var(--_track) var(--played));
  }

  .slider::-webkit-slider-runnable-track {
    background: var(--_rail);
    block-size: 4px;
    border-radius: 2px;
  }

  .slider::-moz-range-track {
    background: var(--_rail);
    block-size: 4px;
    border-radius: 2px;
  }

  .slider::-webkit-slider-thumb {
    appearance: none;
    background: var(--_accent);
    block-size: 12px;
    border-radius: 50%;
    inline-size: 12px;
    margin-block-start: -4px;
  }

  .slider::-moz-range-thumb {
    background: var(--_accent);
    block-size: 12px;
    border: 0;
    border-radius: 50%;
    inline-size: 12px;
  }

  @container (max-width: 719.98px) {
    .calls .below > td {
      block-size: auto;
    }

    .player {
      border: 0;
      position: static;
    }
  }

  @media (forced-colors: active) {
    .slider {
      appearance: auto;
    }
  }
`;
