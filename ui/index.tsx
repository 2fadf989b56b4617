import { draw } from './draw.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
// After the styles of everything, so that a screen's own win.
import { App } from './app/app.tsx';

draw(<App />);
