import { mount } from 'svelte';
import App from './App.svelte';
import './platform/ui/ui.css';
import { followTheme } from './platform/device/theme.svelte.ts';
import { markDocument } from './platform/i18n/i18n.svelte.ts';
import { session } from './platform/session/session.svelte.ts';

followTheme();
markDocument();
void session.start();

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(App, { target });
