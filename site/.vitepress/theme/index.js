import { withBase } from 'vitepress';
import theme from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import './look.css';

/** Loads the elements at work when a page first has some. */
function loadLive() {
  if (!document.querySelector('live-example') || document.querySelector('#live')) return;
  const script = document.createElement('script');
  Object.assign(script, { id: 'live', type: 'module', src: withBase('/live/live.js') });
  document.head.append(script);
}

const markup = '<stats-provider><channel-donut></channel-donut></stats-provider>';

export default {
  extends: theme,
  Layout: () =>
    h(theme.Layout, null, {
      'home-hero-image': () => h('live-example', { class: 'beside', innerHTML: markup }),
    }),
  enhanceApp({ app, router }) {
    if (import.meta.env.SSR) return;
    app.mixin({ mounted: loadLive });
    router.onAfterRouteChange = () => window.setTimeout(loadLive);
  },
};
