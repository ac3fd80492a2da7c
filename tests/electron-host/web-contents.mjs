import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import { createCodec } from './codec.mjs';
import { answerInvoke } from './ipc.mjs';
import { createBridge, runPageWorld, runPreloadWorld } from './page-world.mjs';
import { fromChromium, toChromium } from './protocol.mjs';
import { createEvent, record } from './records.mjs';
import { getSession } from './session.mjs';

const WORLD = 'Electron Isolated Context';
const codec = createCodec();

/** A page of Chromium, spoken to over the DevTools protocol, with the app's preload in a world of its own. */
export class WebContents extends EventEmitter {
  secret = randomBytes(8).toString('hex');
  preloadContext = null;
  openHandler = () => ({ action: 'allow' });
  // Electron announces navigation only when the page asked for it, not when the app did.
  isNavigatedByApp = false;

  constructor(preferences) {
    super();
    this.preferences = preferences;
    this.session = getSession(preferences.partition);
  }

  async attach(page) {
    this.page = page;
    this.cdp = await page.context().newCDPSession(page);
    this.followPage();
    await this.cdp.send('Page.enable');
    const { frameTree } = await this.cdp.send('Page.getFrameTree');
    this.mainFrameId = frameTree.frame.id;
    await this.cdp.send('Runtime.enable');
    await this.addWorlds();
    await this.cdp.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
  }

  followPage() {
    const { cdp, page } = this;
    page.on('load', () => this.finishLoad());
    page.on('crash', () =>
      this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 1 }),
    );
    cdp.on('Runtime.bindingCalled', (call) => void this.receive(call));
    cdp.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (name === WORLD && auxData.frameId === this.mainFrameId) this.preloadContext = id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.preloadContext) this.preloadContext = null;
    });
    cdp.on('Fetch.requestPaused', (request) => void this.decideNavigation(request));
    cdp.on('Page.windowOpen', ({ url }) => this.decideWindow(url));
  }

  finishLoad() {
    this.isNavigatedByApp = false;
    this.emit('did-finish-load', createEvent());
  }

  async addWorlds() {
    const binding = `toMain${this.secret}`;
    const addScript = (world, run, given = {}) => {
      const facts = JSON.stringify({ secret: this.secret, ...given });
      const source = `if (window === window.top && location.href !== 'about:blank') {
        ${createCodec}\n${createBridge}\n(${run})(createCodec, createBridge, ${facts});
      }`;
      return this.cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, ...world });
    };
    await this.cdp.send('Runtime.addBinding', { name: binding, executionContextName: WORLD });
    await addScript({}, runPageWorld);
    if (!this.preferences.preload) return;
    const preload = fs.readFileSync(this.preferences.preload, 'utf8');
    await addScript({ worldName: WORLD }, runPreloadWorld, { binding, preload });
  }

  async receive({ payload }) {
    const { key, channel, args } = codec.decode(payload);
    const senderFrame = { url: this.getURL(), parent: null };
    const answer = await answerInvoke(createEvent({ sender: this, senderFrame }), channel, args);
    await this.post({ kind: 'reply', key, ...answer });
  }

  /** The page may have gone meanwhile; then nobody listens, as in Electron. */
  async post(message) {
    if (this.preloadContext === null) return;
    const expression = `receiveFromMain(${JSON.stringify(codec.encode(message))})`;
    await this.cdp
      .send('Runtime.evaluate', { contextId: this.preloadContext, expression })
      .catch(() => undefined);
  }

  async decideNavigation({ requestId, frameId, request }) {
    const isMainFrame = frameId === this.mainFrameId;
    const event = createEvent({ url: fromChromium(request.url), isMainFrame });
    if (!this.isNavigatedByApp || !isMainFrame) {
      this.emit('will-frame-navigate', event);
      if (isMainFrame) this.emit('will-navigate', event);
    }
    if (event.defaultPrevented) record('navigation-prevented', { url: event.url });
    else if (isMainFrame) this.emit('did-start-loading', createEvent());
    await (
      event.defaultPrevented
        ? this.cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        : this.cdp.send('Fetch.continueRequest', { requestId })
    ).catch(() => undefined);
  }

  decideWindow(chromiumUrl) {
    const url = fromChromium(chromiumUrl);
    const { action } = this.openHandler({ url, disposition: 'foreground-tab' });
    record('window-open', { url, action });
    if (action === 'allow') throw new Error('electron host: windows opened by a page are not provided');
  }

  async load(address) {
    this.isNavigatedByApp = true;
    const url = toChromium(address);
    if (url.startsWith('http')) await this.session.applyPermissions(this, this.cdp, url);
    await this.page.goto(url);
  }

  reload() {
    this.isNavigatedByApp = true;
    void this.page.reload();
  }

  getURL() {
    return fromChromium(this.page?.url() ?? '');
  }

  send(channel, ...args) {
    void this.post({ kind: 'send', channel, args });
  }

  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
}
