package inbox

import "yidanqing/ui/kit"

// Generate is 生成 (Ctrl+G).
func (p *Page) Generate() {
	if p.result != nil {
		p.result.generate()
	}
}

// Register is 登记 (Ctrl+S): the primary action where it registers, else 只登记.
func (p *Page) Register() {
	r := p.result
	if r == nil && p.atQueue() {
		p.queue.registerAll()
		return
	}
	if r == nil || !r.ready || r.decided() {
		return
	}
	if a := r.mainAction(); !r.papered() || r.meeting() {
		a.OnPress()
		return
	}
	r.registerOnly()
}

// Talk is 先沟通 (Ctrl+T).
func (p *Page) Talk() {
	if p.result != nil {
		p.result.startTalk()
	}
}

// Confirm keeps the field that is being typed into; else it copies the message while the panel 先沟通 is open
// (Ctrl+Enter).
func (p *Page) Confirm() {
	if p.result != nil && p.result.facts.Finish() {
		return
	}
	if p.result != nil && p.result.talk != nil {
		p.result.talk.send()
	}
}

// Override is 改判 the current demand (Ctrl+E).
func (p *Page) Override() {
	if p.result != nil && p.result.primary != nil {
		p.result.overrideMenu(p.result.actions)
	}
}

// EditField is 改要素 (F2): the field that has the keyboard, else the first.
func (p *Page) EditField() {
	r := p.result
	if r == nil || !r.ready {
		return
	}
	if p.class == kit.ClassNarrow && r.tab != tabFacts {
		r.tab = tabFacts
		p.show()
	}
	if !r.facts.EditFirst() {
		p.p.Frame.Info("这一件已出文或已撤销，要素不再改动")
	}
}

// Recheck is 重新比对 (F5).
func (p *Page) Recheck() {
	if p.result != nil {
		p.result.recheck()
	}
}

// Fresh is 新收件 (Ctrl+N).
func (p *Page) Fresh() {
	if p.result != nil && p.line == nil {
		p.Empty()
		return
	}
	p.away, p.result, p.line = true, nil, nil
	p.turn.Next()
	p.start.fill(p.start.last)
	p.show()
	p.Shown()
}

// Next and Previous show the result of another line of the queue (Ctrl+PgDn, Ctrl+PgUp).
func (p *Page) Next() { p.step(1) }

// Previous is the other way of Next.
func (p *Page) Previous() { p.step(-1) }

func (p *Page) step(dir int) {
	if p.queue == nil {
		p.p.Frame.Info("现在没有队列。多件一起拖入或粘贴时，这里逐件看")
		return
	}
	p.queue.step(dir)
}

// Back leaves the notice, or the queue for the start (Esc); false: there was nothing to leave.
func (p *Page) Back() bool {
	if p.result == nil && p.atQueue() {
		p.Fresh()
		return true
	}
	if p.result == nil {
		return false
	}
	if p.result.talk != nil {
		p.result.stopTalk()
		return true
	}
	p.Empty()
	return true
}

// CopyWords gives what Ctrl+C copies: the words of the current mark, else the whole notice.
func (p *Page) CopyWords() string {
	if p.result == nil {
		return ""
	}
	if w := p.result.view.ChosenWords(); w != "" {
		return w
	}
	return p.result.text
}

// NextPane moves the keyboard on: primary button, demands, findings, notice; in 先沟通 the message and its result (F6).
func (p *Page) NextPane() {
	r := p.result
	if r == nil && p.atQueue() {
		p.queue.nextPane()
		return
	}
	if r == nil {
		p.start.field.Focus()
		return
	}
	panes := r.panes()
	for i, pane := range panes {
		if pane.has() {
			panes[(i+1)%len(panes)].focus()
			return
		}
	}
	if len(panes) > 0 {
		panes[0].focus()
	}
}

// pane is a part of the page that can have the keyboard.
type pane struct {
	has   func() bool
	focus func()
}

func (r *result) panes() []pane {
	var out []pane
	if r.primary != nil {
		out = append(out, pane{r.primary.HasFocus, r.primary.Focus})
	}
	if r.talk != nil {
		return append(out, pane{r.talk.words.HasFocus, r.talk.words.Focus}, pane{r.talk.when.HasFocus, r.talk.when.Focus}, pane{r.view.HasFocus, r.view.Focus})
	}
	if len(r.check.Demands) > 1 && r.demand < len(r.demands) {
		row := r.demands[r.demand]
		out = append(out, pane{row.HasFocus, row.Focus})
	}
	if row := r.firstFinding(); row != nil {
		out = append(out, pane{r.findingHasFocus, row.Focus})
	}
	return append(out, pane{r.view.HasFocus, r.view.Focus})
}

func (r *result) firstFinding() *kit.RowPress {
	if row := r.rows[r.key]; row != nil && r.key != "" {
		return row
	}
	for _, f := range r.evidence.of(r.demand) {
		if row := r.rows[f.key]; row != nil {
			return row
		}
	}
	return nil
}

func (r *result) findingHasFocus() bool { return r.heldRow() != "" }
