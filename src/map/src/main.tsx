import { render } from 'preact';
import './ui/page.css';
import { Page } from './Page';

// old-browser.js has said why already.
if (!document.documentElement.dataset.tooOld) {
  const root = document.getElementById('page')!;
  root.replaceChildren();
  render(<Page />, root);
}
