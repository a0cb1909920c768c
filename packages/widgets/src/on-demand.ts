/**
 * What readers open: fetched when one of them is first wanted. One module for all, so that bundlers
 * make one file of it and do not cut what it shares with the page into many.
 */
export { playerStrip } from './recent-calls/player-strip.js';
export { playerStripStyles } from './recent-calls/player-strip.styles.js';
export { DefinitionsContents } from './shared/definitions-contents.js';
export { ExportContents } from './shared/export-contents.js';
export { Placement } from './shared/placement.js';
export { RangeContents } from './time-range-selector/range-contents.js';
export { hourTable } from './views/hour-strip/hour-table.js';
export { hourTableStyles } from './views/hour-strip/hour-table.styles.js';
export { TooltipBox } from './views/tooltip/tooltip-box.js';
export { tooltipBoxStyles } from './views/tooltip/tooltip-box.styles.js';
