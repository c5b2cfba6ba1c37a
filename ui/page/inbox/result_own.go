package inbox

import (
	"context"
	"strings"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// ownPart is what a village can do of what it passes on to its town (我村能做的); empty: nothing is said.
type ownPart struct {
	words string
	turn  kit.Turn
}

// loadOwn has it written for what holds now.
func (r *result) loadOwn() {
	current := r.own.turn.Next()
	if !r.office().Grassroots() || !r.papered() {
		r.own.words = ""
		return
	}
	text, check, decisions := r.text, r.asChosen(), r.decisions()
	kit.Run(r.page.p.Frame.Runner, "", func(ctx context.Context) (string, error) { return r.page.p.Decide.OwnPart(ctx, text, check, decisions) },
		func(words string, err error) {
			if !current() || err != nil { // the paper says it all the same
				return
			}
			r.own.words = words
			r.refreshSide()
		})
}

// ownSlots say what the village can do, in the words of its paper.
func (r *result) ownSlots() []kit.Slot {
	if r.own.words == "" {
		return nil
	}
	slots := []kit.Slot{kit.Fit(kit.NewSectionHead(r.office().Self()+"能做的", "写进反映单"))}
	for _, l := range strings.Split(r.own.words, "\n") {
		slots = append(slots, kit.Fit(kit.Pad(12, 4, kit.NewPara(l, theme.Body, theme.ColorText))))
	}
	return slots
}
