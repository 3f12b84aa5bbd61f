import { render } from 'preact';
import './ui/page.css';
import { Page } from './Page';
import { firstWords } from './text/speech';

// before.js has said why already.
if (!document.documentElement.dataset.tooOld) {
  void firstWords.then(() => {
    const root = document.getElementById('page')!;
    root.replaceChildren();
    render(<Page />, root);
  });
}
