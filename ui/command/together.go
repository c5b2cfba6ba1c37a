package command

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/paper"
)

// runTogether makes one 提级反映单 of the small matters of the month (合并提级): the oldest ones that fit.
func (t Tools) runTogether(ctx context.Context, o options, streams Streams) int {
	if len(o.rest) > 0 || o.value("kind") != "" || o.switches["issued"] || o.switches["bound"] {
		complain(streams, app.Errorf(app.CodeInvalid, "--together 自己找出可以合并的小事，不用写来件，也不和 --kind、--issued、--bound 同用。"))
		return BadArgs
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		all, err := d.Inquire.Together(ctx)
		if err != nil {
			return err
		}
		if len(all.Items) == 0 {
			return app.Errorf(app.CodeNotFound, "没有可以合并的小事，没有出文。建议提级、问题设为“先沟通”“只提醒”、还没有出文的才合并。")
		}
		r := togetherRequest(all)
		r.Folder = or(o.value("out"), ".")
		path, err := print(ctx, streams, d, r, o.switches["issue"], o.switches["word"])
		if err != nil {
			return err
		}
		if left := len(all.Items) - paper.MostCollected; left > 0 {
			fmt.Fprintf(streams.Err, "一份最多 %d 项，还有 %d 项没有写进这一份。\n", paper.MostCollected, left)
		}
		if o.switches["json"] {
			return printJSON(streams.Out, map[string]string{"file": path})
		}
		fmt.Fprintf(streams.Out, "已写好：%s\n", path)
		return nil
	})
}

// togetherRequest asks for a paper of the first small matters.
func togetherRequest(all inquire.Together) decide.Request {
	r := decide.Request{Kind: paper.KindEscalation}
	for i, m := range all.Items {
		if i == paper.MostCollected {
			break
		}
		if n := len(r.Together); n > 0 && r.Together[n-1].Notice == m.Notice.ID {
			r.Together[n-1].Demands = append(r.Together[n-1].Demands, m.Demand)
			continue
		}
		r.Together = append(r.Together, decide.Raised{Notice: m.Notice.ID, Demands: []string{m.Demand}})
	}
	r.Notice = r.Together[0].Notice
	return r
}
