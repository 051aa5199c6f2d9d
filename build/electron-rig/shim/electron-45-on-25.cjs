'use strict'
/**
 * Electron 45 as far as the program uses it, on Electron 25. Whatever 25 has goes through untouched; what stands in the
 * place of something is named here, one by one: what 45 has, what 25 lacks, what the replacement hides.
 */
const real = require('electron')
const { BaseWindow, BrowserView, BrowserWindow, safeStorage } = real

// 1. 45: WebContentsView in BaseWindow.contentView. 25: only BrowserView. Hides: how 45 itself orders and destroys views.
class WebContentsView extends BrowserView {}
const trees = new WeakMap()
class ContentView {
  #window
  #children = []
  constructor(window) {
    this.#window = window
  }
  get children() {
    return [...this.#children]
  }
  addChildView(view, index = this.#children.length) {
    const had = this.#children.indexOf(view)
    if (had >= 0) this.#children.splice(had, 1)
    else this.#window.addBrowserView(view)
    this.#children.splice(Math.min(index, this.#children.length), 0, view)
    for (const child of this.#children) this.#window.setTopBrowserView(child)
  }
  removeChildView(view) {
    const had = this.#children.indexOf(view)
    if (had < 0) return
    this.#children.splice(had, 1)
    this.#window.removeBrowserView(view)
  }
}
Object.defineProperty(BaseWindow.prototype, 'contentView', {
  get() {
    const tree = trees.get(this) ?? new ContentView(this)
    trees.set(this, tree)
    return tree
  },
})

// 2. 45: a vault that answers later. 25: one that answers at once. Hides: that 45 may answer late, or ask to seal anew.
const vault = {
  isAsyncEncryptionAvailable: async () => safeStorage.isEncryptionAvailable(),
  encryptStringAsync: async text => safeStorage.encryptString(text),
  decryptStringAsync: async sealed => ({ result: safeStorage.decryptString(sealed), shouldReEncrypt: false }),
  getSelectedStorageBackend: () =>
    safeStorage.getSelectedStorageBackend?.() ??
    (safeStorage.isEncryptionAvailable() ? 'gnome_libsecret' : 'basic_text'),
}

// 3. 45: WebFrameMain.isDestroyed. 25: reading from a destroyed frame throws. Hides nothing.
real.app.on('web-contents-created', (_event, contents) => {
  const frames = Object.getPrototypeOf(contents.mainFrame)
  if ('isDestroyed' in frames) return
  frames.isDestroyed = function isDestroyed() {
    try {
      void this.frameTreeNodeId
      return this.url === undefined
    } catch {
      return true
    }
  }
})

// 4. 45: a BaseWindow is the parent of a dialog. 25: its JavaScript takes a BrowserWindow only (`instanceof`; anything
// else it takes for the question itself, and asks an empty one), what is beneath takes either: for the moment of the call
// every window is one. Hides nothing: the parent is the real one.
const withParent = show => (window, box) => {
  if (box === undefined) return show(window)
  Object.defineProperty(BrowserWindow, Symbol.hasInstance, {
    value: asked => Object.prototype.isPrototypeOf.call(BaseWindow.prototype, asked),
    configurable: true,
  })
  try {
    return show(window, box)
  } finally {
    delete BrowserWindow[Symbol.hasInstance]
  }
}
const dialog = {
  __proto__: real.dialog,
  showMessageBox: withParent(real.dialog.showMessageBox.bind(real.dialog)),
}

// 5. 45: to capture a display is a permission of that name. 25: it is `media` without a device. Hides nothing.
real.app.once('ready', () => {
  const sessions = Object.getPrototypeOf(real.session.defaultSession)
  const original = sessions.setPermissionRequestHandler
  sessions.setPermissionRequestHandler = function setPermissionRequestHandler(handler) {
    const heard = (contents, permission, callback, details) =>
      permission === 'media' && details.mediaTypes?.length === 0
        ? handler(contents, 'display-capture', callback, { ...details, mediaTypes: ['video', 'audio'] })
        : handler(contents, permission, callback, details)
    return original.call(this, handler && heard)
  }
})

const shim = {}
for (const name of Object.keys(real)) {
  Object.defineProperty(shim, name, { enumerable: true, configurable: true, get: () => real[name] })
}
for (const [name, value] of Object.entries({ WebContentsView, safeStorage: vault, dialog })) {
  Object.defineProperty(shim, name, { enumerable: true, value })
}
module.exports = shim
