package inbox

import "testing"

// TestHowLongAMeetingLasts reads the lengths that notices write; what cannot be read is not guessed.
func TestHowLongAMeetingLasts(t *testing.T) {
	for span, want := range map[string]float32{"2小时": 2, "2个小时": 2, "两个半小时": 2.5, "一个半小时": 1.5, "半小时": 0.5, "90分钟": 1.5, "一小时": 1, "十小时": 0, "": 0, "三天": 0} {
		if got, ok := spanHours(span); got != want || ok != (want > 0) {
			t.Errorf("%q: %v %t, want %v", span, got, ok, want)
		}
	}
}
