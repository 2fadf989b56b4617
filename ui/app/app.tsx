import { useEffect } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso/router';
import { Toasts } from '../parts/toast.tsx';
import { refusal, signIn, signOut, stage, start } from '../state/desk.ts';
import { beginChanges, connect } from '../state/push.ts';
import { refreshQueues } from '../state/queues.ts';
import { texts } from '../texts/texts.ts';
import { Shell } from './shell/shell.tsx';
import './app.css';

const Door = () => {
  const { app } = texts.value;
  switch (stage.value) {
    case 'loading':
      return <p>{app.loading}</p>;
    case 'signed-out':
      return (
        <>
          <h1>{app.signInTitle}</h1>
          {refusal.value && <p role="alert">{refusal.value}</p>}
          <button type="button" class="primary" onClick={() => void signIn()}>
            {app.signIn}
          </button>
        </>
      );
    case 'refused':
      return (
        <>
          <h1>{app.refused}</h1>
          <p role="alert">{refusal.value}</p>
          <button type="button" onClick={() => void signOut()}>
            {app.signOut}
          </button>
        </>
      );
    default:
      return (
        <>
          <h1>{app.unreachable}</h1>
          <p>{app.unreachableHint}</p>
          <button type="button" class="primary" onClick={() => location.reload()}>
            {app.tryAgain}
          </button>
        </>
      );
  }
};

const Main = () => {
  const { route } = useLocation();
  useEffect(() => {
    void start(beginChanges).then((returnTo) => {
      if (returnTo !== undefined) route(returnTo, true);
      else if (location.pathname === '/signed-in') route('/', true);
      if (stage.value !== 'ready') return;
      void refreshQueues();
      void connect();
    });
  }, []);

  if (stage.value === 'ready') return <Shell />;
  return (
    <main class="door">
      <img src="/icon.svg" alt="" width="48" height="48" />
      <Door />
    </main>
  );
};

export const App = () => (
  <LocationProvider>
    <Main />
    <Toasts />
  </LocationProvider>
);
