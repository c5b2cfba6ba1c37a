package ledger

import "yidanqing/app"

// Owed is a reply that the office asked for with a paper that left the house (应答复).
type Owed struct {
	Paper   string   // ID
	Due     app.Date // the last day given; zero: no term was given
	Replied app.Date // the day of the reply, as last registered; zero: none
}

// OwedReplies gives the replies that were asked for on a demand, in the order in which its papers were delivered. Those to
// papers that another paper followed (提级) or that were voided are among them. The events are those of the demand.
func OwedReplies(history []Entry) ([]Owed, error) {
	steps, err := effective(history, DemandUndone)
	if err != nil {
		return nil, err
	}
	var out []Owed
	for _, s := range steps {
		switch e := s[0]; e.Event.Type {
		case DemandDelivered:
			var p DeliveryPayload
			if err := decode(e, &p); err != nil {
				return nil, err
			}
			out = append(out, Owed{Paper: p.Paper, Due: p.Due})
		case DemandReplied:
			var p Reply
			if err := decode(e, &p); err != nil {
				return nil, err
			}
			for i := range out {
				if out[i].Paper == p.Paper {
					out[i].Replied = p.Date
				}
			}
		}
	}
	return out, nil
}
