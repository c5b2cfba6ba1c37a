package command

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/decide"
)

// batchRequest reads a batch: several notices, or copies of what was issued.
func batchRequest(o options) (decide.Batch, error) {
	b := decide.Batch{Stage: decide.StageDraft, Evidence: true, Bound: o.switches["bound"], Folder: or(o.value("out"), ".")}
	switch {
	case o.switches["issue"] && o.switches["issued"]:
		return b, app.Errorf(app.CodeInvalid, "--issue 和 --issued 只能用一个。加 --help 看用法。")
	case o.switches["issue"]:
		b.Stage = decide.StageIssue
	case o.switches["issued"]:
		b.Stage = decide.StageIssued
	}
	for _, name := range []string{"kind", "number", "bodies", "urgency", "place", "copies"} {
		if o.value(name) != "" {
			return b, app.Errorf(app.CodeInvalid, "一次出多件时不能用 --%s：文书按每件的处理意见定。请一件一件出。", name)
		}
	}
	if o.switches["word"] {
		return b, app.Errorf(app.CodeInvalid, "一次出多件时不能用 --word。请一件一件出。")
	}
	return b, nil
}

// severalNotices tells whether a report is about more than one notice.
func severalNotices(o options) bool {
	return len(o.rest) > 1 || len(o.rest) == 1 && strings.Contains(o.rest[0], "..") || o.switches["bound"] || o.switches["issued"]
}

// runBatch makes papers of many notices.
func (t Tools) runBatch(ctx context.Context, o options, streams Streams) int {
	b, err := batchRequest(o)
	var names []string
	if err == nil {
		names, err = spread(o.rest)
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	failed := false
	code := t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		var missing []decide.Unprinted
		for _, name := range names {
			id, err := find(ctx, d, name)
			if app.ErrorCode(err) == app.CodeNotFound {
				missing = append(missing, decide.Unprinted{Ledger: name, Reason: app.ErrorMessage(err)})
				continue
			}
			if err != nil {
				return err
			}
			b.Notices = append(b.Notices, id)
		}
		out, err := d.Decide.Batch(ctx, b, nil)
		if err != nil {
			return err
		}
		out.Left = append(missing, out.Left...)
		failed = len(out.Left) > 0 || out.Trouble != nil || out.Cancelled
		return printBatch(streams, o, out)
	})
	if code == OK && failed {
		return Failed
	}
	return code
}

// spread puts single numbers in place of ranges: 2026-3..2026-5 and 2026-3..5.
func spread(names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		from, to, ranged := strings.Cut(name, "..")
		if !ranged {
			out = append(out, name)
			continue
		}
		var year, first int
		_, err := fmt.Sscanf(from, "%d-%d", &year, &first)
		last, bad := strconv.Atoi(strings.TrimPrefix(to, fmt.Sprintf("%d-", year)))
		if err != nil || bad != nil || first < 1 || last < first || last-first >= decide.MostInBatch {
			return nil, app.Errorf(app.CodeInvalid, "“%s”不是一段台账号。请写成 2026-601..642，一次最多 %d 件。", name, decide.MostInBatch)
		}
		for no := first; no <= last; no++ {
			out = append(out, fmt.Sprintf("%d-%d", year, no))
		}
	}
	return out, nil
}

// printed is one paper of a batch, as --json prints it.
type printed struct {
	Notice string `json:"notice"`
	Number string `json:"number,omitempty"`
	File   string `json:"file,omitempty"`
}

// unprinted is a notice of which no paper was made.
type unprinted struct {
	Notice string `json:"notice"`
	Number string `json:"number,omitempty"`
	Reason string `json:"reason"`
}

func printBatch(streams Streams, o options, out decide.Batched) error {
	if o.switches["json"] {
		papers, left := []printed{}, []unprinted{}
		for _, p := range out.Papers {
			papers = append(papers, printed{p.Ledger, p.Number, p.Path})
		}
		for _, l := range out.Left {
			left = append(left, unprinted{l.Ledger, l.Number, l.Reason})
		}
		return printJSON(streams.Out, map[string]any{"papers": papers, "left": left, "file": out.File, "rest": out.Rest})
	}
	for _, p := range out.Papers {
		if out.File == "" {
			fmt.Fprintf(streams.Out, "%s\t%s\t%s\n", p.Ledger, p.Number, p.Path)
		} else if p.Number != "" {
			fmt.Fprintf(streams.Out, "%s\t%s\n", p.Ledger, p.Number)
		}
	}
	if out.File != "" {
		fmt.Fprintf(streams.Out, "已写好：%s\n", out.File)
	}
	if note := out.ReplacedNote(); note != "" {
		fmt.Fprintln(streams.Err, note+"。")
	}
	for _, l := range out.Left {
		fmt.Fprintf(streams.Err, "%s：%s\n", l.Ledger, l.Reason)
	}
	fmt.Fprintf(streams.Err, "共 %d 份文书；没有出的 %d 件。\n", len(out.Papers), len(out.Left)+out.Rest)
	if out.Trouble != nil {
		fmt.Fprintln(streams.Err, app.ErrorMessage(out.Trouble))
	}
	return nil
}
