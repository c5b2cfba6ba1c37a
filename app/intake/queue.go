package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"time"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/notice"
)

// ItemState is where a line of the queue stands.
type ItemState string

const (
	ItemWaiting    ItemState = ""           // 等待
	ItemReading    ItemState = "reading"    // 正在读
	ItemChecked    ItemState = "checked"    // 已比对
	ItemRegistered ItemState = "registered" // 已登记, from this queue
	ItemKnown      ItemState = "known"      // the same words are in the ledger already
	ItemRepeated   ItemState = "repeated"   // the same words stand in an earlier line
	ItemFailed     ItemState = "failed"     // 读不了
	ItemSecret     ItemState = "secret"     // carries a secrecy mark: nothing of it is kept
)

// Item is one line of the queue: a file or a pasted notice. It holds no bytes of a file and no check, so that many of
// them need little memory; what is chosen is read again.
type Item struct {
	Name    string         `json:"name,omitempty"` // of the file; empty for pasted words
	Path    string         `json:"path,omitempty"`
	Text    string         `json:"text,omitempty"` // pasted words
	Channel ledger.Channel `json:"channel,omitempty"`
	Message time.Time      `json:"message,omitzero"`
	// What the clerk did with it, kept while other lines are looked at.
	Fixed      map[string]string `json:"fixed,omitempty"`
	Received   ledger.Received   `json:"received,omitzero"`
	Correction bool              `json:"correction,omitempty"`

	State   ItemState `json:"-"`
	Glance  Glance    `json:"-"` // of ItemChecked
	Code    app.Code  `json:"-"` // of ItemFailed
	Problem string    `json:"-"` // in words for the clerk: why it cannot be read and what to do; what it repeats
	Notice  string    `json:"-"` // ID: of ItemRegistered and ItemKnown
	Number  int       `json:"-"` // of that notice
	Looked  bool      `json:"-"` // the clerk has had its result on the screen
}

// Open tells whether the line still waits for the clerk.
func (i Item) Open() bool {
	switch i.State {
	case ItemRegistered, ItemKnown, ItemRepeated, ItemSecret:
		return false
	}
	return true
}

// Glance is what a line of the queue shows of a checked notice.
type Glance struct {
	Digest   string
	Title    string
	Issuer   string
	DocNo    string
	Kind     app.Kind
	Verdict  app.Verdict
	Demands  int
	Findings int
	Deadline app.Deadline // of the first demand that has one
	Reason   string       // the first sentence of the advice
	Twin     string       // 像是第 637 号的更正件; empty: none
	// Holds are why it is not registered together with others, in words for the clerk; none: the advice is plain.
	Holds []string
}

// Plain tells whether the advice may be followed without a further look at the result that the clerk has seen.
func (g Glance) Plain() bool { return len(g.Holds) == 0 }

// Several parts pasted words into the items of a queue; one item where it is one notice.
func (s *Service) Several(pasted string) []Item {
	now := s.Now()
	var out []Item
	for _, p := range notice.Several(pasted, app.DateOf(now)) {
		it := Item{Text: p.Text, Channel: ledger.ChannelPaste}
		if at, err := time.ParseInLocation("2006-01-02 15:04", p.Day.String()+" "+p.Hour, now.Location()); err == nil && !at.After(now) {
			it.Message = at
		}
		out = append(out, it)
	}
	return out
}

// Head is how many runes at the beginning of a text name the writer and the hour of a message, as it was copied out of a
// chat; 0: none.
func Head(text string) int {
	return utf8.RuneCountInString(text) - utf8.RuneCountInString(notice.WithoutHead(text))
}

// ReadItem takes the document of a line in, as Read does, with what the clerk did with it before.
func (s *Service) ReadItem(ctx context.Context, it Item, doc app.Document, data []byte) (Draft, error) {
	o := Options{Channel: it.Channel, MessageTime: it.Message}
	if data != nil {
		o.Originals = []Original{{Name: doc.Name, Data: data}}
	}
	d, err := s.Read(ctx, doc, o)
	if err != nil || len(it.Fixed) == 0 && !it.Received.Known() && !it.Correction {
		return d, err
	}
	next := d
	next.Fixed, next.Correction = maps.Clone(it.Fixed), it.Correction
	if it.Received.Known() {
		next.Received, next.Days = it.Received, nil
	} else {
		next.Received, next.Days = ledger.Received{}, nil // 成文日期 may be a field put right
	}
	return s.checked(ctx, d, next)
}

// Did takes over from a draft what the clerk did with the line.
func (i Item) Did(d Draft) Item {
	i.Fixed, i.Correction, i.Received = maps.Clone(d.Fixed), d.Correction, ledger.Received{}
	if d.Received.Known() && d.Received.Source == ledger.DayClerk || d.Received.Known() && d.Received.Source == ledger.DayMessage && i.Message.IsZero() {
		i.Received = d.Received
	}
	return i
}

// sure is the confidence from which an advice counts as plain.
const sure = 0.8

// GlanceOf sums a checked notice up for its line.
func GlanceOf(d Draft) Glance {
	c := d.Check
	g := Glance{Digest: d.Digest, Title: c.Fields.Title, Issuer: c.Fields.Issuer, DocNo: c.Fields.DocNo, Kind: c.Kind, Verdict: c.Verdict,
		Demands: len(c.Demands), Findings: len(c.Findings)}
	if g.Title == "" {
		words := app.Document{Blocks: []app.Block{{Text: notice.WithoutHead(d.Text())}}}
		g.Title = ledger.Notice{Document: words}.Title()
	}
	for _, x := range c.Demands {
		if x.Deadline != nil && !x.Deadline.Date.IsZero() {
			g.Deadline = *x.Deadline
			break
		}
	}
	if len(c.Reasons) > 0 {
		g.Reason = c.Reasons[0]
	}
	if d.Twin != nil {
		g.Twin = d.Twin.Message
	}
	g.Holds = holds(d)
	return g
}

// holds are why a notice wants a decision of its own.
func holds(d Draft) []string {
	c := d.Check
	var out []string
	switch c.Verdict {
	case app.VerdictDo, app.VerdictCooperate, app.VerdictInfo:
	default:
		out = append(out, "建议不是承办、配合或备查")
	}
	for _, x := range c.Demands {
		if t := x.Deadline; t != nil && !t.Date.IsZero() && t.Date.Before(app.DateOf(d.ReadAt)) {
			out = append(out, "时限已过")
			break
		}
	}
	if d.Twin != nil {
		out = append(out, "要选作为更正还是另登记")
	}
	if !d.Received.Known() {
		out = append(out, "收到日期还没有确认")
	}
	for _, cap := range c.Cap {
		out = append(out, strings.TrimRight(cap, "。"))
	}
	weighty, unsure := 0, c.Confidence < sure
	for _, f := range c.Findings {
		if f.Severity != app.SeverityNote {
			weighty++
		}
	}
	for _, x := range c.Demands {
		unsure = unsure || x.Doubt != nil || x.Confidence < sure
	}
	if weighty > 0 {
		out = append(out, fmt.Sprintf("有 %d 个问题", weighty))
	}
	if unsure {
		out = append(out, "把握不够")
	}
	return out
}

// keptQueue is the queue as it lies beside the database.
type keptQueue struct {
	Format int    `json:"format"`
	Items  []Item `json:"items"`
}

const queueFormat = 1

// KeepQueue saves the lines that are still open, so that they survive a crash; none: what was saved is erased. Of a line
// that carries a secrecy mark nothing is saved.
func (s *Service) KeepQueue(ctx context.Context, items []Item) error {
	k := keptQueue{Format: queueFormat}
	for _, i := range items {
		if i.Open() && !i.secret() {
			k.Items = append(k.Items, i)
		}
	}
	if len(k.Items) == 0 {
		return s.Drafts.EraseQueue(ctx)
	}
	b, err := json.Marshal(k)
	if err != nil {
		return fmt.Errorf("queue: %w", err)
	}
	return s.Drafts.SaveQueue(ctx, b)
}

// secret tells whether name or words of a line carry a secrecy mark.
func (i Item) secret() bool {
	return refuseSecret(app.Document{Name: i.Name, Blocks: []app.Block{{Text: i.Text}}}) != nil
}

// KeptQueue gives the lines that were open when the program ended, none if there were none. All wait to be read again.
func (s *Service) KeptQueue(ctx context.Context) ([]Item, error) {
	b, err := s.Drafts.LoadQueue(ctx)
	if app.ErrorCode(err) == app.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var k keptQueue
	if json.Unmarshal(b, &k) != nil || k.Format != queueFormat {
		return nil, s.Drafts.EraseQueue(ctx)
	}
	return k.Items, nil
}
