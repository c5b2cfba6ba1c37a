package command

import (
	"context"
	"slices"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/paper"
)

// paperRequest reads which paper of a notice is wanted.
func paperRequest(o options) (decide.Request, error) {
	r := decide.Request{Kind: paper.Kind(o.value("kind")), Number: o.value("number"), Unsealed: o.switches["unsealed"], Archive: o.switches["archive"]}
	if len(o.values["copies"]) > 0 {
		copies := o.value("copies")
		r.Copies = &copies
	}
	r.Evidence = r.Kind == paper.KindNone || r.Kind.Answers()
	if r.Kind != paper.KindNone && !slices.Contains(paper.Kinds(), r.Kind) {
		return r, app.Errorf(app.CodeInvalid, "没有“%s”这种文书。加 --help 看可以写什么。", r.Kind)
	}
	if r.With = paper.SplitBodies(o.value("with")); len(r.With) > 0 && r.Kind != paper.KindCase && r.Kind != paper.KindEscalation {
		return r, app.Errorf(app.CodeInvalid, "--with 只用于典型案例（--kind case）和提级反映单（--kind escalation）。")
	}
	if u := paper.Urgency(o.value("urgency")); u != "" && u.Title() == "" {
		return r, app.Errorf(app.CodeInvalid, "--urgency 可写 emergency、urgent、usual。")
	}
	return r, nil
}

// completeSupport fills a request for support from the record and puts in what was given.
func completeSupport(ctx context.Context, d *Desk, o options, r *decide.Request) error {
	if r.Kind != paper.KindSupport {
		return nil
	}
	s, err := d.Decide.Support(ctx, r.Notice)
	if err != nil {
		return err
	}
	if b := paper.SplitBodies(o.value("bodies")); len(b) > 0 {
		s.Bodies = b
	}
	s.Urgency = paper.Urgency(or(o.value("urgency"), string(s.Urgency)))
	s.Place = or(o.value("place"), s.Place)
	r.Support = &s
	return nil
}
