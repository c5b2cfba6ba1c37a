package window_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
)

func (f *fakeOffice) Read(_ context.Context, doc app.Document, o intake.Options) (intake.Draft, error) {
	f.called("read")
	if f.slow != nil {
		f.slow()
	}
	if f.readErr != nil {
		return intake.Draft{}, f.readErr
	}
	text := doc.Text()
	d := intake.Draft{Document: doc, Channel: o.Channel, Check: f.checks[firstLine(text)], ReadAt: f.now}
	today := app.DateOf(f.now)
	if doc, err := app.ParseDate(d.Check.Fields.DocDate); err == nil && doc != today {
		d.Received = ledger.Received{Date: today}
		d.Days = []intake.Day{{Date: today, Label: "今天 11-24", Source: ledger.DayClerk}, {Date: doc, Label: "文中 11-20", Source: ledger.DayClerk}}
		d.Silent = true
	} else {
		d.Received = ledger.Received{Date: today, Time: "09:41", Source: ledger.DayDoc}
	}
	for _, n := range f.notices {
		if f := d.Check.Fields; n.Document.Text() != text && f.DocNo != "" && n.Check.Fields.DocNo == f.DocNo {
			d.Twin = &intake.Twin{Notice: n.ID, Number: n.Number(), No: n.No, Message: fmt.Sprintf("像是第 %d 号的更正件", n.No)}
		}
		if n.Document.Text() == text {
			d.Twin = &intake.Twin{Notice: n.ID, Number: n.Number(), No: n.No, Same: true, Message: fmt.Sprintf("与第 %d 号内容相同，未重复登记", n.No)}
		}
	}
	return d, nil
}

func (f *fakeOffice) SetReceived(_ context.Context, d intake.Draft, r ledger.Received) (intake.Draft, error) {
	f.called("received " + r.Date.String())
	d.Received, d.Days, d.Silent = r, nil, false
	return d, nil
}

func (f *fakeOffice) CorrectField(_ context.Context, d intake.Draft, name, value string) (intake.Draft, error) {
	f.called("correct " + name + "=" + value)
	if name == "issuer" {
		d.Check.Fields.Issuer = value
	}
	d.Fixed = maps.Clone(d.Fixed)
	if d.Fixed == nil {
		d.Fixed = map[string]string{}
	}
	d.Fixed[name] = value
	return d, nil
}

func (f *fakeOffice) SetCorrection(_ context.Context, d intake.Draft, on bool) (intake.Draft, error) {
	f.called(fmt.Sprint("correction ", on))
	d.Correction = on
	return d, nil
}

func (f *fakeOffice) Register(_ context.Context, d intake.Draft) (ledger.Notice, error) {
	f.called("register")
	n := ledger.Notice{ID: fmt.Sprintf("n%d", 640+len(f.notices)), Year: 2026, No: 643 + len(f.notices), Channel: d.Channel, Received: d.Received,
		EnteredAt: f.now, EnteredBy: "李敏", Document: d.Document, Check: d.Check}
	for i, a := range d.Check.Demands {
		n.Demands = append(n.Demands, ledger.Demand{ID: fmt.Sprintf("%s-d%d", n.ID, i+1), Notice: n.ID, No: i + 1, Kind: a.Kind, Advice: a, State: ledger.StatePending})
	}
	f.notices = append(f.notices, n)
	return n, nil
}

func (f *fakeOffice) Keep(_ context.Context, d intake.Draft) error { f.kept = &d; return nil }

func (f *fakeOffice) Kept(context.Context) (intake.Draft, bool, error) {
	if f.kept == nil {
		return intake.Draft{}, false, nil
	}
	return *f.kept, true, nil
}

func (f *fakeOffice) Discard(context.Context) error { f.kept = nil; return nil }

func (f *fakeOffice) ReceivedOn(_ context.Context, id string, r ledger.Received) (ledger.Notice, error) {
	n := f.find(id)
	n.Received = r
	return *n, nil
}

func (f *fakeOffice) Recheck(_ context.Context, id string, fixed map[string]string) (ledger.Notice, error) {
	for name, value := range fixed {
		f.called("recheck " + id + " " + name + "=" + value)
	}
	return *f.find(id), nil
}

func (f *fakeOffice) ReadDocument(_ context.Context, path string) (app.Document, []byte, error) {
	f.called("open " + path)
	if err := f.badFiles[path]; err != nil {
		return app.Document{}, nil, err
	}
	text := samples()[0].text
	if t, ok := f.files[path]; ok {
		text = t
	}
	return app.Document{Name: path, Blocks: []app.Block{{Text: text}}}, []byte("x"), nil
}

func (f *fakeOffice) Expand(_ context.Context, paths []string) (files, notes []string, err error) {
	for _, p := range paths {
		if in, ok := f.folders[p]; ok {
			files, notes = append(files, in...), append(notes, "文件夹“"+p+"”：其中的 1 个文件夹没有读。")
			continue
		}
		files = append(files, p)
	}
	return files, notes, nil
}

func (f *fakeOffice) Several(pasted string) []intake.Item {
	var out []intake.Item
	for _, t := range strings.Split(pasted, "\n=====\n") {
		out = append(out, intake.Item{Text: t, Channel: ledger.ChannelPaste})
	}
	return out
}

func (f *fakeOffice) ReadItem(ctx context.Context, it intake.Item, doc app.Document, data []byte) (intake.Draft, error) {
	if strings.Contains(doc.Text(), "机密★") {
		return intake.Draft{}, app.Errorf(app.CodeSecret, "第 1 行有“机密★1年”，带有密级标志，没有收入。没有保存任何文字，草稿和备份里也没有。")
	}
	d, err := f.Read(ctx, doc, intake.Options{Channel: it.Channel})
	if it.Received.Known() {
		d.Received, d.Days = it.Received, nil
	}
	d.Fixed, d.Digest = it.Fixed, doc.Text()
	return d, err
}

func (f *fakeOffice) KeepQueue(_ context.Context, items []intake.Item) error {
	f.queue = nil
	for _, it := range items {
		if it.Open() {
			f.queue = append(f.queue, it)
		}
	}
	return nil
}

func (f *fakeOffice) KeptQueue(context.Context) ([]intake.Item, error) {
	out := slices.Clone(f.queue)
	for i := range out {
		out[i] = intake.Item{Name: out[i].Name, Path: out[i].Path, Text: out[i].Text, Channel: out[i].Channel, Fixed: out[i].Fixed, Received: out[i].Received}
	}
	return out, nil
}

func (f *fakeOffice) Formats() []string { return []string{"docx", "xlsx", "ofd", "txt"} }
