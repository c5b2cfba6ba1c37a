package window

import "context"

// askContact tells whether papers would go out without a clerk or a telephone and nobody has been asked for them.
func (w *Window) askContact() bool {
	return !w.contactAsked && (w.office.Clerk == "" || w.office.Phone == "")
}

// setContact keeps clerk and telephone of the office and that they were asked for. Empty ones leave what there is. It runs
// beside the window.
func (w *Window) setContact(ctx context.Context, clerk, phone string) error {
	s, err := w.p.Upkeep.Settings(ctx)
	if err != nil {
		return err
	}
	if clerk != "" || phone != "" {
		if clerk != "" {
			s.Office.Clerk = clerk
		}
		if phone != "" {
			s.Office.Phone = phone
		}
		if err := w.p.Upkeep.SaveSettings(ctx, s); err != nil {
			return err
		}
	}
	if err := w.p.Upkeep.SetPreference(ctx, prefContact, "1"); err != nil {
		return err
	}
	w.frame.Runner.Do(func() {
		w.contactAsked = true
		w.office = s.Office
	})
	return nil
}
