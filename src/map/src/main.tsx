import { render } from 'preact';
import './ui/page.css';
import { Page } from './Page';

const root = document.getElementById('page')!;
root.replaceChildren();
render(<Page />, root);
