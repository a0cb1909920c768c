import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { styleProps } from './style-props.js';

describe('styleProps', () => {
  const box = document.createElement('div');
  const draw = (props: Record<string, string | undefined>) => {
    render(html`<p ${styleProps(props)}></p>`, box);
    return (box.firstElementChild as HTMLElement).style;
  };

  it('sets, changes and removes properties', () => {
    expect(draw({ '--share': '40%', color: 'red' }).cssText).to.equal('--share: 40%; color: red;');
    expect(draw({ '--share': '60%', color: undefined }).cssText).to.equal('--share: 60%;');
    expect(draw({}).cssText).to.equal('');
  });

  it('writes no attribute into the template, which a strict policy would refuse', () => {
    const { strings } = html`<p ${styleProps({ color: 'red' })}></p>`;
    expect(strings.join('')).to.not.contain('style');
  });

  it('stands in a tag alone', () => {
    expect(() => render(html`<p title=${styleProps({})}></p>`, document.createElement('div')))
      .to //
      .throw('styleProps stands alone in a tag');
  });
});
