"""What holds for every portret of a trial edition."""

from leefbaarheid.tekst.wijkportretten.wijk import Kader

KADER = Kader(
    jaren=[2012, 2014, 2022],
    grenzen=[3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270],
    delta=0.02,
    langjaar=2012,
    crisisjaar=2012,
    eindjaar=2014,
    voldoende_vanaf=5,
    land="Nederland",
    n_selectie=0,
)
