package settings

// What the keys do on the tab 文书措辞; the other tabs keep everything at once and have nothing to confirm.

// Confirm is 保存 (Ctrl+Enter).
func (p *Page) Confirm() {
	if p.tab == wordingAt {
		p.wording.save(nil)
	}
}

// Find moves the keyboard to the list of sentences (Ctrl+F).
func (p *Page) Find() {
	if p.tab == wordingAt {
		p.wording.find()
	}
}

// NextPane moves the keyboard on: list, editor (F6).
func (p *Page) NextPane() {
	if p.tab == wordingAt {
		p.wording.nextPane()
	}
}

// Undo takes the last change of a sentence back (Ctrl+Z outside the editor, where it takes back typing).
func (p *Page) Undo() {
	if p.tab == wordingAt && p.wording.undo != nil {
		p.wording.undo()
	}
}

// Back leaves a sentence where the room is narrow (Esc).
func (p *Page) Back() bool { return p.tab == wordingAt && p.wording.back() }

// Leave asks what becomes of an unsaved change before going on; false: there is none, nothing was asked.
func (p *Page) Leave(on func()) bool { return p.tab == wordingAt && p.wording.ask(on) }
