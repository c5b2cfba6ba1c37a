package kit_test

import (
	"testing"

	"yidanqing/app"
	"yidanqing/ui/kit"
)

func TestShortIssuer(t *testing.T) {
	office := app.OfficeNamed(app.Township, "清河县柳河镇人民政府")
	for name, want := range map[string]string{
		"清河县住房和城乡建设局": "县住建局", "县人力资源和社会保障局": "县人社局", "清河县农业农村局": "县农业农村局", "县住房和城乡建设局村镇建设股": "县住房和城乡建设局村镇建设股",
		"清河县妇女联合会": "县妇联", "": "", "市教育局": "市教育局", "县发展和改革委员会": "县发改委",
	} {
		if got := kit.ShortIssuer(name, office); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
