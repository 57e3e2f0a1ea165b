"""Every command and character that a formula may use, one line each: data, read by `commands`.

A line of `COMMAND_TABLE` is: name, kind, character (or what the kind needs), words to be spoken.  A line of
`CHARACTER_TABLE` is for a character that is typed as itself.  Of several names for one character the first is the one
written back.  Adding a symbol is adding its line; only names that the drawing library draws as a sign may stand here (a
test draws each of them), because it prints a name it does not know as plain letters without an error.
"""

from __future__ import annotations

COMMAND_TABLE = r"""
alpha          letter      α       alpha
beta           letter      β       beta
gamma          letter      γ       gamma
delta          letter      δ       delta
epsilon        letter      ϵ       epsilon
varepsilon     letter      ε       epsilon
zeta           letter      ζ       zeta
eta            letter      η       eta
theta          letter      θ       theta
vartheta       letter      ϑ       variant theta
iota           letter      ι       iota
kappa          letter      κ       kappa
lambda         letter      λ       lambda
mu             letter      μ       mu
nu             letter      ν       nu
xi             letter      ξ       xi
pi             letter      π       pi
varpi          letter      ϖ       variant pi
rho            letter      ρ       rho
varrho         letter      ϱ       variant rho
sigma          letter      σ       sigma
varsigma       letter      ς       final sigma
tau            letter      τ       tau
upsilon        letter      υ       upsilon
phi            letter      ϕ       phi
varphi         letter      φ       variant phi
chi            letter      χ       chi
psi            letter      ψ       psi
omega          letter      ω       omega
Gamma          letter      Γ       capital gamma
Delta          letter      Δ       capital delta
Theta          letter      Θ       capital theta
Lambda         letter      Λ       capital lambda
Xi             letter      Ξ       capital xi
Pi             letter      Π       capital pi
Sigma          letter      Σ       capital sigma
Upsilon        letter      Υ       capital upsilon
Phi            letter      Φ       capital phi
Psi            letter      Ψ       capital psi
Omega          letter      Ω       capital omega
ohm            letter      Ω       capital omega
micro          letter      μ       mu
imath          letter      ı       dotless i
jmath          letter      ȷ       dotless j
ell            letter      ℓ       script l
hbar           letter      ℏ       h bar
Re             letter      ℜ       real part
Im             letter      ℑ       imaginary part
aleph          letter      ℵ       aleph
partial        ordinary    ∂       partial
nabla          ordinary    ∇       nabla
infty          ordinary    ∞       infinity
emptyset       ordinary    ∅       the empty set
varnothing     ordinary    ∅       the empty set
forall         ordinary    ∀       for all
exists         ordinary    ∃       there exists
nexists        ordinary    ∄       there does not exist
neg            ordinary    ¬       not
lnot           ordinary    ¬       not
angle          ordinary    ∠       angle
sphericalangle ordinary    ∠       angle
measuredangle  ordinary    ∡       measured angle
triangle       ordinary    △       triangle
square         ordinary    □       square
checkmark      ordinary    ✓       tick
ldots          ordinary    …       and so on
dots           ordinary    …       and so on
dotsc          ordinary    …       and so on
cdots          ordinary    ⋯       and so on
dotsb          ordinary    ⋯       and so on
vdots          ordinary    ⋮       and so on downwards
ddots          ordinary    ⋱       and so on diagonally
pounds         ordinary    £       pounds
euro           ordinary    €       euros
$              ordinary    $       dollars
#              ordinary    #       hash
&              ordinary    &       ampersand
_              ordinary    _       underscore
backslash      ordinary    \       backslash
prime          postfix     ′       prime
degree         postfix     °       degrees
%              postfix     %       per cent
percent        postfix     %       per cent
textdegree     postfix     °       degrees
pm             binary      ±       plus or minus
mp             binary      ∓       minus or plus
times          binary      ×       times
div            binary      ÷       divided by
cdot           binary      ·       dot
ast            binary      ∗       star
star           binary      ⋆       star operator
circ           binary      ∘       composed with
bullet         binary      •       bullet
oplus          binary      ⊕       circled plus
ominus         binary      ⊖       circled minus
otimes         binary      ⊗       circled times
cap            binary      ∩       intersection
cup            binary      ∪       union
setminus       binary      ⧵       without
wedge          binary      ∧       and
land           binary      ∧       and
vee            binary      ∨       or
lor            binary      ∨       or
dagger         binary      †       dagger
lt             relation    <       is less than
gt             relation    >       is greater than
le             relation    ≤       is less than or equal to
leq            relation    ≤       is less than or equal to
leqslant       relation    ⩽       is less than or equal to
ge             relation    ≥       is greater than or equal to
geq            relation    ≥       is greater than or equal to
geqslant       relation    ⩾       is greater than or equal to
ne             relation    ≠       is not equal to
neq            relation    ≠       is not equal to
ll             relation    ≪       is much less than
gg             relation    ≫       is much greater than
approx         relation    ≈       is approximately equal to
equiv          relation    ≡       is identical to
cong           relation    ≅       is congruent to
thicksim       relation    ∼       is distributed as or similar to
sim            relation    ∼       is distributed as or similar to
simeq          relation    ≃       is similar or equal to
propto         relation    ∝       is proportional to
in             relation    ∈       is a member of
notin          relation    ∉       is not a member of
ni             relation    ∋       contains
subset         relation    ⊂       is a proper subset of
subseteq       relation    ⊆       is a subset of
nsubseteq      relation    ⊈       is not a subset of
supset         relation    ⊃       is a proper superset of
supseteq       relation    ⊇       is a superset of
perp           relation    ⟂       is perpendicular to
parallel       relation    ∥       is parallel to
nparallel      relation    ∦       is not parallel to
mid            relation    ∣       given
nmid           relation    ∤       does not divide
models         relation    ⊨       models
vdash          relation    ⊢       proves
therefore      relation    ∴       therefore
because        relation    ∵       because
colon          relation    :       colon
frown          relation    ⌢       arc
rightarrow     arrow       →       arrow
to             arrow       →       arrow
leftarrow      arrow       ←       left arrow
gets           arrow       ←       left arrow
leftrightarrow arrow       ↔       two-way arrow
Rightarrow     arrow       ⇒       implies
Leftarrow      arrow       ⇐       is implied by
Leftrightarrow arrow       ⇔       if and only if
implies        arrow       ⟹       implies
Longrightarrow arrow       ⟹       implies
impliedby      arrow       ⟸       is implied by
iff            arrow       ⟺       if and only if
Longleftrightarrow arrow   ⟺       if and only if
Longleftarrow  arrow       ⟸       is implied by
longrightarrow arrow       ⟶       arrow
longleftarrow  arrow       ⟵       left arrow
mapsto         arrow       ↦       maps to
uparrow        ordinary    ↑       up arrow
downarrow      ordinary    ↓       down arrow
updownarrow    ordinary    ↕       up and down arrow
nearrow        arrow       ↗       rising arrow
searrow        arrow       ↘       falling arrow
hookrightarrow arrow       ↪       hooked arrow
rightleftharpoons arrow    ⇌       is in equilibrium with
leftrightharpoons arrow    ⇋       is in equilibrium with
rightharpoonup arrow       ⇀       harpoon arrow
{              open        {       open brace
lbrace         open        {       open brace
}              close       }       close brace
rbrace         close       }       close brace
langle         open        ⟨       open angle bracket
rangle         close       ⟩       close angle bracket
lfloor         open        ⌊       floor of
rfloor         close       ⌋       end floor
lceil          open        ⌈       ceiling of
rceil          close       ⌉       end ceiling
lbrack         open        [       open square bracket
rbrack         close       ]       close square bracket
vert           fence       |       vertical bar
lvert          fence       |       vertical bar
rvert          fence       |       vertical bar
|              fence       ‖       double vertical bar
Vert           fence       ‖       double vertical bar
lVert          fence       ‖       double vertical bar
rVert          fence       ‖       double vertical bar
sum            large       ∑       the sum
prod           large       ∏       the product
int            large       ∫       the integral
iint           large       ∬       the double integral
iiint          large       ∭       the triple integral
oint           large       ∮       the contour integral
bigcup         large       ⋃       the union
bigcap         large       ⋂       the intersection
sin            function    sin     sine
cos            function    cos     cosine
tan            function    tan     tangent
sec            function    sec     secant
cosec          function    cosec   cosecant
csc            function    csc     cosecant
cot            function    cot     cotangent
arcsin         function    arcsin  arc sine
arccos         function    arccos  arc cosine
arctan         function    arctan  arc tangent
sinh           function    sinh    hyperbolic sine
cosh           function    cosh    hyperbolic cosine
tanh           function    tanh    hyperbolic tangent
coth           function    coth    hyperbolic cotangent
log            function    log     log
ln             function    ln      natural log
lg             function    lg      log to base 10
exp            function    exp     exponential
arg            function    arg     argument
deg            function    deg     degree
det            function    det     determinant
dim            function    dim     dimension
ker            function    ker     kernel
gcd            function    gcd     greatest common divisor
lcm            function    lcm     lowest common multiple
hcf            function    hcf     highest common factor
tg             function    tg      tangent
ctg            function    ctg     cotangent
cotg           function    cotg    cotangent
arctg          function    arctg   arc tangent
arcctg         function    arcctg  arc cotangent
arccot         function    arccot  arc cotangent
arsinh         function    arsinh  inverse hyperbolic sine
arcosh         function    arcosh  inverse hyperbolic cosine
artanh         function    artanh  inverse hyperbolic tangent
lim            limit       lim     the limit
max            limit       max     the maximum
min            limit       min     the minimum
sup            limit       sup     the supremum
inf            limit       inf     the infimum
bar            accent      U+0304  bar
overline       accent      U+0305  bar
underline      accent      U+0332  underlined
vec            accent      U+20D7  vector
overrightarrow accent      U+20D7  vector
hat            accent      U+0302  hat
widehat        accent      U+0302  hat
tilde          accent      U+0303  tilde
widetilde      accent      U+0303  tilde
dot            accent      U+0307  dot
ddot           accent      U+0308  double dot
check          accent      U+030C  check
acute          accent      U+0301  acute
grave          accent      U+0300  grave
overparen      accent      -       arc
wideparen      accent      -       arc
overarc        accent      -       arc
arc            accent      -       arc
overbrace      accent      -       overbrace
underbrace     accent      -       underbrace
boxed          accent      -       boxed
cancel         accent      U+0338  cancelled
mathrm         variant     rm      -
mathbf         variant     bf      bold
mathit         variant     it      italic
mathbb         variant     bb      double-struck
mathcal        variant     cal     script
mathscr        variant     scr     script
mathfrak       variant     frak    fraktur
mathsf         variant     sf      sans-serif
mathtt         variant     tt      monospaced
boldsymbol     variant     bm      bold
bm             variant     bm      bold
text           text        -       -
textrm         text        -       -
textnormal     text        -       -
mbox           text        -       -
textbf         text        bf      bold
textit         text        it      italic
textsf         text        -       -
texttt         text        -       -
textup         text        -       -
emph           text        it      italic
!              space       -167    -
,              space       167     -
thinspace      space       167     -
:              space       222     -
>              space       222     -
;              space       278     -
enspace        space       500     -
quad           space       1000    -
qquad          space       2000    -
frac           structure   -       -
dfrac          structure   d       -
tfrac          structure   t       -
cfrac          structure   d       -
binom          structure   -       -
dbinom         structure   -       -
tbinom         structure   -       -
sqrt           structure   -       -
overset        structure   over    -
stackrel       structure   over    -
underset       structure   under   -
xrightarrow    structure   →       -
xleftarrow     structure   ←       -
xleftrightarrow structure  ↔       -
xrightleftharpoons structure ⇌     -
xRightarrow    structure   ⇒       -
left           structure   -       -
middle         structure   -       -
begin          structure   -       -
ce             structure   -       -
not            structure   -       -
operatorname   structure   -       -
operatorname*  structure   -       -
pmod           structure   -       -
mod            structure   -       -
mathop         structure   -       -
mathrel        structure   -       -
mathbin        structure   -       -
mathord        structure   -       -
ensuremath     structure   -       -
substack       structure   -       -
over           structure   -       -
choose         structure   -       -
nicefrac       structure   t       -
sfrac          structure   t       -
phantom        structure   -       -
hphantom       structure   -       -
hspace         structure   -       -
celsius        structure   -       -
degreeCelsius  structure   -       -
top            structure   -       -
SI             structure   nu      -
qty            structure   nu      -
si             structure   u       -
unit           structure   u       -
num            structure   n       -
SIrange        structure   nru     -
qtyrange       structure   nru     -
numrange       structure   nr      -
SIlist         structure   lu      -
qtylist        structure   lu      -
numlist        structure   l       -
ang            structure   a       -
pu             structure   p       -
bmod           function    mod     modulo
hline          ignored     -       -
displaystyle   ignored     -       -
textstyle      ignored     -       -
nolimits       ignored     -       -
big            ignored     -       -
Big            ignored     -       -
bigg           ignored     -       -
Bigg           ignored     -       -
bigl           ignored     -       -
bigr           ignored     -       -
Bigl           ignored     -       -
Bigr           ignored     -       -
"""

CHARACTER_TABLE = r"""
+   binary       +   plus
-   binary       −   minus
−   binary       −   minus
–   binary       −   minus
*   binary       ∗   star
⋅   binary       ·   dot
/   slash        /   divided by
=   relation     =   equals
:   relation     :   colon
∶   relation     :   colon
<   relation     <   is less than
>   relation     >   is greater than
⊥   relation     ⟂   is perpendicular to
∖   binary       ⧵   without
(   open         (   open bracket
)   close        )   close bracket
[   open         [   open square bracket
]   close        ]   close square bracket
|   fence        |   vertical bar
,   punctuation  ,   comma
;   punctuation  ;   semicolon
.   punctuation  .   point
!   postfix      !   factorial
?   postfix      ?   question mark
@   ordinary     @   at
"   ordinary     "   quote
º   postfix      °   degrees
˚   postfix      °   degrees
µ   letter       μ   mu
Ω   letter       Ω   capital omega
∆   letter       Δ   capital delta
"""
